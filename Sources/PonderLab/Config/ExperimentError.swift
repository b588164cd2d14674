/// An experiment that cannot be run as it is written: every mistake, not only the first.
public struct ExperimentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of problem it is.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Value: String, Hashable, Sendable {
            case unreadableConfig
            case invalidConfig
        }

        private let value: Value

        /// The config file cannot be opened or read.
        public static let unreadableConfig = Code(value: .unreadableConfig)
        /// The config says something unknown, impossible or contradictory.
        public static let invalidConfig = Code(value: .invalidConfig)

        /// The code's stable name.
        public var description: String { value.rawValue }
    }

    /// What kind of problem it is.
    public var code: Code

    /// The mistakes, in the order of their places; at least one.
    public var diagnostics: [Diagnostic]

    /// Creates an error; the diagnostics are sorted and repetitions dropped.
    ///
    /// - Precondition: there is at least one diagnostic.
    public init(_ code: Code, _ diagnostics: [Diagnostic]) {
        precondition(!diagnostics.isEmpty, "an error needs a diagnostic")
        self.code = code
        self.diagnostics = Set(diagnostics).sorted()
    }

    /// The diagnostics, one a line: `file:line:column: error: message`.
    public var description: String {
        diagnostics.map(\.description).joined(separator: "\n")
    }
}
