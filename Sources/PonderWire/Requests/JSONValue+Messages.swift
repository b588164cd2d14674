package import PonderCore

extension JSONValue {
    /// A conversation as the `messages` field of a request.
    package static func messages(_ messages: [Message]) -> JSONValue {
        .array(
            messages.map { message in
                .object([
                    JSONMember("role", .string(message.speaker.rawValue)),
                    JSONMember("content", .string(message.text)),
                ])
            }
        )
    }
}
