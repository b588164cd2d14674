/// The place of one draw: which distribution, which stream, and the how-manieth.
public struct DrawAddress: Hashable, Sendable, CustomStringConvertible {
    /// What is drawn from.
    public var key: DrawKey

    /// The run's stream of draws.
    public var stream: DrawStream

    /// A counter per search and key in issue order, from 0; always 0 for greedy requests.
    public var index: Int

    /// Creates an address.
    public init(key: DrawKey, stream: DrawStream, index: Int) {
        self.key = key
        self.stream = stream
        self.index = index
    }

    /// The seed of this draw: a function of stream, key and index, and of nothing else.
    public var seed: UInt64 {
        var bytes = CanonicalBytes(label: "ponder.draw-seed.v1")
        bytes.write(stream.digest)
        bytes.write(key.digest)
        bytes.write(index)
        return bytes.digest.leadingWord
    }

    /// The first digits of the key, and the index.
    public var description: String { "\(key.description.prefix(12))#\(index)" }
}
