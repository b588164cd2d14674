/// What a model is used for in a search; each role has its own ledger line.
public struct Role: RawRepresentable, Hashable, Sendable, Codable, Comparable,
    CodingKeyRepresentable, CustomStringConvertible
{
    /// The role's stable name.
    public let rawValue: String

    /// Creates a role from its stable name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Proposes steps and answers.
    public static let policy = Role(rawValue: "policy")
    /// Scores candidates without the target.
    public static let verifier = Role(rawValue: "verifier")
    /// Explains what is wrong.
    public static let critic = Role(rawValue: "critic")
    /// The dear model that a cascade may call.
    public static let expert = Role(rawValue: "expert")

    /// The role's stable name.
    public var description: String { rawValue }

    /// Orders roles by name.
    public static func < (left: Role, right: Role) -> Bool { left.rawValue < right.rawValue }

    /// Reads the stable name.
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes the stable name.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
