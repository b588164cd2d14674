import ArgumentParser

/// A failure with the message that standard error gets and the code that the process ends with.
struct CommandFailure: Error {
    /// The message, without a line end.
    var message: String
    /// The exit code.
    var code: Int32

    /// Wrong usage: a file, a key or a name that is not there.
    static func usage(_ message: String) -> CommandFailure {
        CommandFailure(message: message, code: ExitCode.validationFailure.rawValue)
    }

    /// Something that went wrong in the world.
    static func failed(_ message: String) -> CommandFailure {
        CommandFailure(message: message, code: ExitCode.failure.rawValue)
    }
}
