import PonderCore

extension Reply {
    /// The reply with at most so many alternatives per position, or without log-probabilities.
    func keeping(alternatives: Int?) -> Reply {
        var copy = self
        guard let alternatives else {
            copy.tokens = nil
            return copy
        }
        copy.tokens = tokens?.map { token in
            var token = token
            token.alternatives = Array(token.alternatives.prefix(alternatives))
            return token
        }
        return copy
    }
}
