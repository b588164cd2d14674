/// How the tokens of a prompt are bounded before it is sent.
public enum TokenCounting: Hashable, Sendable {
    /// By the UTF-8 bytes of its texts, so many for each message, and so many for the whole.
    ///
    /// Sound where every token stands for at least one byte of the prompt's text, as in byte-level
    /// and byte-fallback vocabularies, and where a template adds less than these allowances.
    case bytes(perMessage: Int, fixed: Int)
    /// Exactly, by the server's `/apply-template` and `/tokenize` (llama.cpp).
    case llamaServer

    /// By bytes, 16 for each message and 256 for the whole.
    public static let bytes = TokenCounting.bytes(perMessage: 16, fixed: 256)
}
