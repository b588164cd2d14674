/// One message of a conversation.
public struct Message: Hashable, Sendable, Codable {
    /// Who speaks.
    public enum Speaker: String, Hashable, Sendable, Codable {
        /// Instructions above the conversation.
        case system
        /// The person or program that asks.
        case user
        /// The model.
        case assistant
    }

    /// Who speaks.
    public var speaker: Speaker

    /// What is said.
    public var text: String

    /// Creates a message.
    public init(_ speaker: Speaker, _ text: String) {
        self.speaker = speaker
        self.text = text
    }

    /// Creates a system message.
    public static func system(_ text: String) -> Message { Message(.system, text) }

    /// Creates a user message.
    public static func user(_ text: String) -> Message { Message(.user, text) }

    /// Creates an assistant message.
    public static func assistant(_ text: String) -> Message { Message(.assistant, text) }
}
