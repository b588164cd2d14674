/// A secret that a config names and the environment holds.
///
/// Nothing prints the value: descriptions, dumps and the resolved config show the variable.
public struct Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The environment variable.
    public let variable: String

    /// What the variable held when the config was read; for the provider alone.
    public let value: String

    init(variable: String, value: String) {
        self.variable = variable
        self.value = value
    }

    /// The reference as the config writes it: `${NAME}`.
    public var description: String { "${\(variable)}" }

    /// The reference as the config writes it: `${NAME}`.
    public var debugDescription: String { description }

    /// A mirror that shows the variable and hides the value.
    public var customMirror: Mirror { Mirror(self, children: ["variable": variable]) }
}
