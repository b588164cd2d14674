/// The root of every random choice of a run, or of a part of it.
public struct Seed: Hashable, Sendable, Codable {
    /// The seed's 64 bits.
    public let value: UInt64

    /// Creates a seed.
    public init(_ value: UInt64) { self.value = value }

    /// Returns the seed of a part, which its path of names tells from every other part.
    public func child(_ path: String...) -> Seed {
        var bytes = CanonicalBytes(label: "ponder.seed.v1")
        bytes.write(value)
        bytes.write(list: path) { $0.write($1) }
        return Seed(bytes.digest.leadingWord)
    }
}
