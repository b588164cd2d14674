/// One record of a data file, which knows where it stands.
public struct DataRecord: Sendable {
    /// The file.
    public let path: String

    /// The line, from 1.
    public let line: Int

    /// The fields, by name.
    package let fields: [String: JSONValue]

    private let mapping: FieldMapping

    init(path: String, line: Int, fields: [String: JSONValue], mapping: FieldMapping) {
        self.path = path
        self.line = line
        self.fields = fields
        self.mapping = mapping
    }

    /// Whether the record has a field for a role.
    public func has(_ role: FieldRole) -> Bool { value(role) != nil }

    /// Returns a field that is a text or a number, as text.
    ///
    /// - Throws: ``TaskError`` if the field is missing, blank or of another kind.
    public func text(_ role: FieldRole) throws -> String {
        let (name, value) = try required(role)
        guard let text = value.scalarText else {
            throw malformed("field '\(name)' is \(value.kind), but a text is expected")
        }
        guard text.utf8.contains(where: { $0 > 0x20 }) else {
            throw malformed("field '\(name)' is blank")
        }
        return text
    }

    /// Returns a field that is a whole number.
    ///
    /// - Throws: ``TaskError`` if the field is missing or of another kind.
    public func integer(_ role: FieldRole) throws -> Int {
        let (name, value) = try required(role)
        guard let number = value.integerValue else {
            throw malformed("field '\(name)' is \(value.kind), but a whole number is expected")
        }
        return number
    }

    /// Returns a field that is a list of whole numbers.
    ///
    /// - Throws: ``TaskError`` if the field is missing or of another kind.
    public func integers(_ role: FieldRole) throws -> [Int] {
        let (name, value) = try required(role)
        let expected = "a list of whole numbers is expected"
        guard case .array(let values) = value else {
            throw malformed("field '\(name)' is \(value.kind), but \(expected)")
        }
        return try values.map { value in
            guard let number = value.integerValue else {
                throw malformed("field '\(name)' holds \(value.kind), but \(expected)")
            }
            return number
        }
    }

    /// Returns a field that is a list of texts.
    ///
    /// - Throws: ``TaskError`` if the field is missing or of another kind.
    public func texts(_ role: FieldRole) throws -> [String] {
        let (name, value) = try required(role)
        let expected = "a list of texts is expected"
        guard case .array(let values) = value else {
            throw malformed("field '\(name)' is \(value.kind), but \(expected)")
        }
        return try values.map { value in
            guard let text = value.scalarText else {
                throw malformed("field '\(name)' holds \(value.kind), but \(expected)")
            }
            return text
        }
    }

    /// Returns an error about this record.
    public func malformed(_ message: String) -> TaskError {
        TaskError(.malformedData, message, path: path, line: line)
    }

    /// Returns an error about fields that this record lacks.
    public func missing(_ expected: String) -> TaskError {
        let found = fields.keys.sorted().joined(separator: ", ")
        return TaskError(
            .missingField,
            "\(expected) is missing; the record has \(found.isEmpty ? "no fields" : found)",
            path: path,
            line: line
        )
    }

    /// Returns the value for a role; `nil` if there is none or it is null.
    package func value(_ role: FieldRole) -> JSONValue? { named(role)?.value }

    private func named(_ role: FieldRole) -> (name: String, value: JSONValue)? {
        for name in mapping.candidates(for: role) {
            if let value = fields[name], value != .null { return (name, value) }
        }
        return nil
    }

    private func required(_ role: FieldRole) throws -> (name: String, value: JSONValue) {
        if let found = named(role) { return found }
        let names = mapping.candidates(for: role).map { "'\($0)'" }.joined(separator: " or ")
        throw missing("field \(names)")
    }
}
