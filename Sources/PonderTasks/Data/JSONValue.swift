/// A JSON value.
package enum JSONValue: Hashable, Sendable, Decodable {
    /// Null.
    case null
    /// True or false.
    case flag(Bool)
    /// A whole number that fits into a word.
    case integer(Int)
    /// Any other number.
    case number(Double)
    /// A text.
    case text(String)
    /// A list.
    case array([JSONValue])
    /// Fields by name.
    case object([String: JSONValue])

    /// Reads a value of whatever kind.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .flag(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// The value as text if it is a text or a number that a double holds exactly.
    var scalarText: String? {
        switch self {
        case .text(let value): value
        case .integer(let value): "\(value)"
        case .number(let value): value.magnitude < 0x1p53 ? "\(value)" : nil
        default: nil
        }
    }

    /// The value as a whole number, also if it is written as a text.
    var integerValue: Int? {
        switch self {
        case .integer(let value): value
        case .number(let value): Int(exactly: value)
        case .text(let value): Int(value)
        default: nil
        }
    }

    /// What kind of value it is, in words.
    var kind: String {
        switch self {
        case .null: "null"
        case .flag: "true or false"
        case .integer, .number: "a number"
        case .text: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
