internal import PonderCore
internal import PonderWire

/// Fields of a server's own dialect that are added to every request.
public struct ExtraFields: Hashable, Sendable, CustomStringConvertible {
    let members: [JSONMember]

    /// No fields.
    public static let none = ExtraFields(members: [])

    private init(members: [JSONMember]) { self.members = members }

    /// Reads fields from a JSON object, whose order is kept.
    ///
    /// - Throws: `ModelError` with code `badRequest` when the text is not an object, or
    ///   has a field that requests set themselves, such as an output limit.
    public init(json text: String) throws {
        do {
            guard let members = try JSONParser.parse(text).members else {
                throw WireError(.unexpectedShape, "not an object")
            }
            if let own = members.first(where: { GenerationFields.ownNames.contains($0.name) }) {
                throw WireError(.unexpectedShape, "'\(own.name)' is set by the request itself")
            }
            self.members = members
        } catch let error as WireError {
            let message = "the extra fields '\(text)' cannot be used: \(error)"
            throw ModelError(.badRequest, message, isFatal: true, usage: Usage.none)
        }
    }

    /// The fields as a JSON object.
    public var description: String {
        String(decoding: JSONValue.object(members).utf8, as: UTF8.self)
    }
}
