/// A task, a data file or a prompt that cannot be used: what is wrong, where, and what to do.
public struct TaskError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of failure it was.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Value: String, Hashable, Sendable {
            case unknownTask
            case unreadableFile
            case malformedData
            case missingField
            case duplicateID
            case unknownID
            case unsupportedSource
            case badPrompt
        }

        private let value: Value

        private init(_ value: Value) { self.value = value }

        /// No task has this name.
        public static let unknownTask = Code(.unknownTask)
        /// A file does not exist or cannot be read.
        public static let unreadableFile = Code(.unreadableFile)
        /// A record is not what it should be.
        public static let malformedData = Code(.malformedData)
        /// A record lacks a field.
        public static let missingField = Code(.missingField)
        /// Two records have the same id.
        public static let duplicateID = Code(.duplicateID)
        /// A record names an id that the data does not have.
        public static let unknownID = Code(.unknownID)
        /// The task cannot take its samples from there.
        public static let unsupportedSource = Code(.unsupportedSource)
        /// The prompt settings cannot be used.
        public static let badPrompt = Code(.badPrompt)

        /// The code's stable name.
        public var description: String { value.rawValue }
    }

    /// What kind of failure it was.
    public let code: Code

    /// What is wrong, with the offending value, and what is expected.
    public let message: String

    /// The file, if there is one.
    public let path: String?

    /// The line of the file, from 1.
    public let line: Int?

    /// Creates an error.
    public init(_ code: Code, _ message: String, path: String? = nil, line: Int? = nil) {
        self.code = code
        self.message = message
        self.path = path
        self.line = line
    }

    /// Place and message in one line: `path:line: message`.
    public var description: String {
        guard let path else { return message }
        return line.map { "\(path):\($0): \(message)" } ?? "\(path): \(message)"
    }
}
