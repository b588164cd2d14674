internal import PonderCore
internal import PonderWire

extension RequestBuilder {
    /// Returns the fields that ask for a constraint.
    ///
    /// - Throws: `ModelError` with code `badRequest` when a schema is not JSON.
    func constraintMembers(_ constraint: Constraint?, isChat: Bool) throws -> [JSONMember] {
        guard let constraint else { return [] }
        switch settings.dialect.constraints {
        case .none: return []
        case .responseFormat: return try responseFormat(constraint)
        case .llamaServer: return try llamaServer(constraint, isChat: isChat)
        case .structuredOutputs:
            let (name, value) = try vllm(constraint)
            let outputs = JSONValue.object([JSONMember(name, value)])
            return [JSONMember("structured_outputs", outputs)]
        case .guided:
            let (name, value) = try vllm(constraint)
            return [JSONMember("guided_\(name)", value)]
        }
    }

    private func responseFormat(_ constraint: Constraint) throws -> [JSONMember] {
        guard case .jsonSchema(let text) = constraint else { return [] }
        let schema = JSONValue.object([
            JSONMember("name", .string("reply")),
            JSONMember("strict", .bool(true)),
            JSONMember("schema", try Self.schema(text)),
        ])
        let format = JSONValue.object([
            JSONMember("type", .string("json_schema")),
            JSONMember("json_schema", schema),
        ])
        return [JSONMember("response_format", format)]
    }

    private func llamaServer(_ constraint: Constraint, isChat: Bool) throws -> [JSONMember] {
        switch constraint {
        case .jsonSchema(let text):
            if isChat { return try responseFormat(constraint) }
            return [JSONMember("json_schema", try Self.schema(text))]
        case .grammar(let text): return [JSONMember("grammar", .string(text))]
        case .choice(let options):
            return [JSONMember("grammar", .string(Self.grammar(ofChoice: options)))]
        case .regex: return []
        }
    }

    private func vllm(_ constraint: Constraint) throws -> (name: String, value: JSONValue) {
        switch constraint {
        case .jsonSchema(let text): ("json", try Self.schema(text))
        case .grammar(let text): ("grammar", .string(text))
        case .regex(let text): ("regex", .string(text))
        case .choice(let options): ("choice", .array(options.map(JSONValue.string)))
        }
    }

    private static func schema(_ text: String) throws -> JSONValue {
        do {
            return try JSONParser.parse(text)
        } catch {
            let message = "the JSON schema of the request cannot be read: \(error)"
            throw ModelError(.badRequest, message, usage: Usage.none)
        }
    }

    /// A GBNF grammar of one of these strings, whole.
    static func grammar(ofChoice options: [String]) -> String {
        let literals = options.map { option -> String in
            var literal = "\""
            for scalar in option.unicodeScalars {
                switch scalar {
                case "\"": literal += "\\\""
                case "\\": literal += "\\\\"
                case "\n": literal += "\\n"
                case "\r": literal += "\\r"
                case "\t": literal += "\\t"
                default: literal.unicodeScalars.append(scalar)
                }
            }
            return literal + "\""
        }
        return "root ::= " + literals.joined(separator: " | ")
    }
}
