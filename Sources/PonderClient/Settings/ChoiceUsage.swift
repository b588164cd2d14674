/// What the usage of a reply with several choices covers.
public enum ChoiceUsage: Hashable, Sendable {
    /// All choices together, once.
    case total
    /// One choice: each has its own in a stream, and a collected reply tells of one only
    /// (llama.cpp).
    ///
    /// Calls for several choices are therefore always streamed.
    case perChoice
}
