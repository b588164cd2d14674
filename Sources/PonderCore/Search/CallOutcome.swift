/// What became of one call.
public enum CallOutcome: Hashable, Sendable {
    /// The model replied.
    case reply(Reply)
    /// Every attempt failed; the last failure is given.
    case failed(ModelError)
    /// The budget had no room for the call.
    case refused

    /// The reply, if there is one.
    public var reply: Reply? {
        guard case .reply(let reply) = self else { return nil }
        return reply
    }
}
