public import PonderCore

/// What an experiment may change about a task's prompt.
public struct PromptSettings: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The system message; `nil` for the task's own, empty for none at all.
    public var system: String?

    /// The user message; `nil` for the task's own.
    ///
    /// `{statement}` stands for the statement and must occur; `{choices}` stands for the options, one
    /// a line. Without `{choices}`, options follow the statement after a blank line.
    public var template: String?

    /// How many of the task's worked examples come first.
    public var shots: Int

    /// Creates settings; those of the task by default.
    public init(system: String? = nil, template: String? = nil, shots: Int = 0) {
        self.system = system
        self.template = template
        self.shots = shots
    }

    /// The settings in lines of text, for reports.
    public var description: String {
        "system: \(system ?? "(task default)")\nshots: \(shots)\n"
            + "template: \(template ?? "(task default)")"
    }

    /// A digest that tells these settings from all others.
    public var digest: Digest {
        var bytes = CanonicalBytes(label: "ponder.prompt.v1")
        bytes.write(system) { $0.write($1) }
        bytes.write(template) { $0.write($1) }
        bytes.write(shots)
        return bytes.digest
    }
}
