import PonderRecord

/// Reads the logs of runs, with errors as a user needs them.
enum RunFiles {
    /// The log in a run's folder.
    ///
    /// - Throws: ``CommandFailure``.
    static func log(in folder: String) throws -> RunLog {
        do {
            return try RunLogReader.read(folder)
        } catch let error as RecordError {
            throw CommandFailure.usage("error: \(error)")
        }
    }
}
