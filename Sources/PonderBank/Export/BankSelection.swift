public import PonderCore

/// The part of a bank that one run has used.
public struct BankSelection: Hashable, Sendable {
    /// The addresses that the run asked for.
    public var addresses: Set<DrawAddress>

    /// The prompts whose bounds the run asked for, beside those of the selected draws' requests.
    public var prompts: Set<Digest>

    /// Creates a selection.
    public init(addresses: Set<DrawAddress>, prompts: Set<Digest> = []) {
        self.addresses = addresses
        self.prompts = prompts
    }
}
