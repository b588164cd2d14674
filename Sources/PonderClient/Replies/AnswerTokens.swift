package import PonderCore

/// Finds the tokens of the answer among all tokens of a reply.
///
/// Servers list every generated token: also those of the thinking, of a stop string that was cut
/// off, and of the end of the turn.
package enum AnswerTokens {
    /// How far from the latest possible start the answer is looked for, in tokens.
    private static let window = 64

    /// Returns the tokens that make up the answer; `nil` where they cannot be told from thinking.
    ///
    /// Where there was thinking, other tokens come before those of the text. Without thinking, an
    /// answer that the tokens do not spell, as when a server trims it, has all.
    ///
    /// - Complexity: O(n) in the bytes of the tokens for most replies; 65 times as much at most.
    package static func select(
        _ tokens: [TokenLogProbability],
        text: String,
        isAfterThinking: Bool
    ) -> [TokenLogProbability]? {
        let answer = Array(text.utf8)
        guard !answer.isEmpty else { return [] }
        if !isAfterThinking, let end = end(of: answer, in: tokens, from: 0) {
            return Array(tokens[..<end])
        }
        var start = tokens.count
        var available = 0
        while start > 0, available < answer.count {
            start -= 1
            available += tokens[start].length
        }
        for first in stride(from: start, through: max(0, start - window), by: -1) {
            if let end = end(of: answer, in: tokens, from: first) {
                return Array(tokens[first..<end])
            }
        }
        return isAfterThinking ? nil : tokens
    }

    /// The end of the tokens that spell the answer; a token with half a character matches any
    /// bytes.
    private static func end(
        of answer: [UInt8],
        in tokens: [TokenLogProbability],
        from first: Int
    ) -> Int? {
        var position = 0
        for index in first..<tokens.count {
            if position >= answer.count { return index }
            let token = tokens[index]
            if token.text.unicodeScalars.contains("\u{fffd}") {
                position += token.length
                continue
            }
            let rest = answer[position...]
            guard zip(token.text.utf8, rest).allSatisfy({ $0 == $1 }) else { return nil }
            position += token.length
        }
        return position >= answer.count ? tokens.count : nil
    }
}

extension TokenLogProbability {
    /// The number of bytes that the token adds, as well as it is known.
    fileprivate var length: Int { byteCount ?? text.utf8.count }
}
