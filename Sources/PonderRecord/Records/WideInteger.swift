/// A whole number of up to 128 bits that JSON holds as a number where 64 bits do, else as text.
public struct WideInteger: Hashable, Sendable, Codable {
    /// The number.
    public let value: Int128

    /// Creates a number.
    public init(_ value: Int128) { self.value = value }

    /// The number, rounded to a double.
    public var double: Double { Double(value) }

    /// Reads a number or its decimal digits.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let small = try? container.decode(Int64.self) {
            value = Int128(small)
            return
        }
        let text = try container.decode(String.self)
        guard let number = Int128(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "'\(text)' is not a whole number"
            )
        }
        value = number
    }

    /// Writes a number, or its decimal digits where 64 bits do not suffice.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let small = Int64(exactly: value) {
            try container.encode(small)
        } else {
            try container.encode(String(value))
        }
    }
}
