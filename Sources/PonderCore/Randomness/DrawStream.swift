/// A supply of draws: runs with different seeds, and epochs of one run, never share a draw.
public struct DrawStream: Hashable, Sendable {
    /// The hash of run seed and epoch.
    public let digest: Digest

    /// Creates the stream of one epoch of a run.
    public init(runSeed: Seed, epoch: Int) {
        var bytes = CanonicalBytes(label: "ponder.stream.v1")
        bytes.write(runSeed.value)
        bytes.write(epoch)
        digest = bytes.digest
    }
}
