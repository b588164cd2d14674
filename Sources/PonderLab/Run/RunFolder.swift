public import PonderRecord

/// The folder of a run: its log, opened for this invocation alone, and what earlier ones left in it.
public struct RunFolder: Sendable {
    /// The folder that a run cannot use.
    public struct Mismatch: Error, Sendable, CustomStringConvertible {
        /// What is wrong and what to do.
        public let description: String
    }

    /// The folder's path.
    public let path: String

    /// The log.
    public let log: RunLogWriter

    /// What earlier invocations logged; `nil` in a new folder.
    public let earlier: RunLog?

    /// Opens the folder of a plan, and begins its log if it is new.
    ///
    /// - Throws: `RecordError`, and ``Mismatch`` for a folder that holds the run of another config.
    public init(_ path: String, plan: RunPlan) throws {
        self.path = path
        log = try RunLogWriter(folder: path)
        guard !log.isNew else {
            earlier = nil
            try log.append(.header(plan.header))
            return
        }
        let found = try RunLogReader.read(path)
        guard found.header.configDigest == plan.header.configDigest else {
            log.close()
            throw Mismatch(
                description: "\(path): holds the run of another config (\(found.header.name)); "
                    + "name another folder with --out, or run the config that made it"
            )
        }
        earlier = found
    }

    /// Writes a file of the folder whole.
    ///
    /// - Throws: `RecordError` with what the system said.
    public func write(_ text: String, to name: String) throws {
        try TextFile.write(text, to: "\(path)/\(name)")
    }
}
