/// Why a reply holds no answer; such a reply never votes and is never silently wrong.
public enum NoAnswer: String, Error, Hashable, Sendable, Codable, CaseIterable {
    /// There is text, but no answer could be read from it.
    case unparsable
    /// The output limit cut the reply before an answer.
    case truncated
    /// The model or the provider declined.
    case refused
    /// There is no text.
    case empty
    /// The call failed.
    case failed
}
