/// Where draws are kept, so that none is paid for twice.
///
/// A session calls it synchronously from the task that makes the call, outside cancellation: once a
/// reply is here, it is committed before anything else can happen.
public protocol DrawStore: Sendable {
    /// Returns the recorded draws of an address, one per output limit, in rising order of limits.
    func draws(at address: DrawAddress) throws -> [RecordedDraw]

    /// Returns what every failed attempt at an address used, in the order they were recorded.
    func failedAttempts(at address: DrawAddress) throws -> [Usage]

    /// Journals that an attempt is about to be made, and returns the entry's number.
    ///
    /// - Parameters:
    ///   - address: the draw that is attempted.
    ///   - bound: the most that the attempt can be billed.
    func open(_ address: DrawAddress, bound: Spend) throws -> Int64

    /// Commits a draw and closes its journal entry with what was billed, in one transaction.
    ///
    /// The first commit of an address and limit stays; a later one is billed and not kept.
    /// - Parameters:
    ///   - draw: the reply, and the limit that it was taken under.
    ///   - address: the draw's place.
    ///   - request: the request that the address's key is derived from, at its full limit.
    ///   - model: the identity of the model.
    ///   - entry: the journal entry of the attempt.
    ///   - billed: what the attempt was billed.
    func commit(
        _ draw: RecordedDraw,
        at address: DrawAddress,
        request: ModelRequest,
        model: ModelIdentity,
        entry: Int64,
        billed: Spend
    ) throws

    /// Closes the journal entry of an attempt that brought no draw, with what it was billed.
    ///
    /// - Parameters:
    ///   - address: the draw that was attempted.
    ///   - usage: what the failed attempt used, kept beside the draw for later charges; `nil` for an
    ///     attempt that was cancelled, which is billed but is no part of any charge.
    ///   - entry: the journal entry of the attempt.
    ///   - billed: what the attempt was billed.
    func abandon(
        _ address: DrawAddress,
        usage: Usage?,
        entry: Int64,
        billed: Spend
    ) throws

    /// Returns a recorded upper bound of a prompt's tokens, from a model that had to be asked.
    func promptBound(of prompt: Digest) throws -> Int?

    /// Records an upper bound of a prompt's tokens.
    func recordPromptBound(_ tokens: Int, of prompt: Digest) throws
}
