/// A run log that cannot be read or written: what is wrong, and where.
public struct RecordError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of problem it is.
    public struct Code: Hashable, Sendable {
        private enum Value: Hashable, Sendable {
            case notFound
            case malformed
            case unsupportedVersion
            case locked
            case inputOutput
        }

        private let value: Value

        /// The file or folder does not exist or holds no log.
        public static let notFound = Code(value: .notFound)
        /// A line that is not the last one cannot be read.
        public static let malformed = Code(value: .malformed)
        /// The log was written by a later version.
        public static let unsupportedVersion = Code(value: .unsupportedVersion)
        /// Another process is writing to the folder.
        public static let locked = Code(value: .locked)
        /// The system refused.
        public static let inputOutput = Code(value: .inputOutput)
    }

    /// What kind of problem it is.
    public var code: Code
    /// The file.
    public var path: String
    /// The line, from 1, if the problem has one.
    public var line: Int?
    /// What is wrong and what to do.
    public var message: String

    /// Creates an error.
    public init(_ code: Code, path: String, line: Int? = nil, _ message: String) {
        self.code = code
        self.path = path
        self.line = line
        self.message = message
    }

    /// The place and the message in one line.
    public var description: String {
        line.map { "\(path):\($0): \(message)" } ?? "\(path): \(message)"
    }
}
