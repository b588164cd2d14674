/// A value that may be missing and then stands in JSON as `null`, so that every row has every key.
@propertyWrapper
public struct OrNull<Value: Codable & Hashable & Sendable>: Hashable, Sendable, Codable {
    /// The value, or `nil`.
    public var wrappedValue: Value?

    /// Creates a value that may be missing.
    public init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

    /// Reads a value or `null`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        wrappedValue = container.decodeNil() ? nil : try container.decode(Value.self)
    }

    /// Writes the value or `null`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let wrappedValue {
            try container.encode(wrappedValue)
        } else {
            try container.encodeNil()
        }
    }
}
