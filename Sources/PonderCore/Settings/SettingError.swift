/// A setting that is unknown, missing or impossible.
public struct SettingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The setting's name.
    public var name: String

    /// What is wrong and what to give instead.
    public var message: String

    /// Creates an error.
    public init(name: String, message: String) {
        self.name = name
        self.message = message
    }

    /// The name and what is wrong with it, in one line.
    public var description: String { "\(name): \(message)" }
}
