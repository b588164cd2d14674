internal import PonderCore

/// A secret that is sent to a provider, with the name of the variable that it came from.
///
/// Descriptions, mirrors and errors hold the name only.
public struct APIKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The name of the environment variable that held the key.
    public let variable: String

    let secret: String

    /// Creates a key from the value of an environment variable.
    ///
    /// - Throws: `ModelError` with code `authentication`, without the value, when the
    ///   value is empty or holds characters that no HTTP header can carry.
    public init(_ secret: String, variable: String) throws {
        let isPrintable = secret.utf8.allSatisfy { (0x21...0x7e).contains($0) }
        guard !secret.isEmpty, isPrintable else {
            let what = secret.isEmpty ? "is empty" : "holds white space or control characters"
            throw ModelError(
                .authentication,
                "the environment variable \(variable) \(what); set it to the provider's key",
                isFatal: true,
                usage: Usage.none
            )
        }
        self.secret = secret
        self.variable = variable
    }

    /// The variable's name, never the secret.
    public var description: String { "key from \(variable)" }

    /// The variable's name, never the secret.
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: [:]) }

    /// Returns a text with every occurrence of the secret replaced.
    func redact(_ text: String) -> String {
        var bytes: [UInt8] = []
        let source = Array(text.utf8)
        let needle = Array(secret.utf8)
        var position = 0
        while position < source.count {
            if source[position...].starts(with: needle) {
                bytes += "[\(description)]".utf8
                position += needle.count
            } else {
                bytes.append(source[position])
                position += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
