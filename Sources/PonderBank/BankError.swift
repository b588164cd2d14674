/// A draw bank, or a file of exported draws, that cannot be used: what is wrong, where, what to do.
public struct BankError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of problem it is.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Value: String, Hashable, Sendable {
            case notFound
            case notABank
            case newerVersion
            case readOnly
            case busy
            case damaged
            case malformed
            case conflict
            case misused
            case inputOutput
        }

        private let value: Value

        /// The file, or a draw that was asked for, does not exist.
        public static let notFound = Code(value: .notFound)
        /// The file is something else; it was not touched.
        public static let notABank = Code(value: .notABank)
        /// The file was written by a later version of the format.
        public static let newerVersion = Code(value: .newerVersion)
        /// The bank was opened for replay, or the file may not be written.
        public static let readOnly = Code(value: .readOnly)
        /// Another process held the bank for longer than a minute.
        public static let busy = Code(value: .busy)
        /// The bank's content contradicts its format.
        public static let damaged = Code(value: .damaged)
        /// A file of exported draws is truncated, edited or not such a file.
        public static let malformed = Code(value: .malformed)
        /// An imported draw differs from the one that the bank holds at its place.
        public static let conflict = Code(value: .conflict)
        /// A call that the bank's contract does not allow, such as one after closing.
        public static let misused = Code(value: .misused)
        /// The system refused.
        public static let inputOutput = Code(value: .inputOutput)

        /// The code's name.
        public var description: String { value.rawValue }
    }

    /// What kind of problem it is.
    public var code: Code

    /// The file, as the caller named it.
    public var path: String

    /// The line of the exported file, from 1, if the problem has one.
    public var line: Int?

    /// What is wrong and what to do.
    public var message: String

    /// What SQLite, zlib or the system said, if the problem came from there.
    public var underlying: String?

    /// Creates an error.
    public init(
        _ code: Code,
        path: String,
        line: Int? = nil,
        _ message: String,
        underlying: String? = nil
    ) {
        self.code = code
        self.path = path
        self.line = line
        self.message = message
        self.underlying = underlying
    }

    /// The place, the message and its cause in one line.
    public var description: String {
        let place = line.map { "\(path):\($0)" } ?? path
        return "\(place): \(message)" + (underlying.map { " (\($0))" } ?? "")
    }
}
