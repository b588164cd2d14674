/// Opens a bank for recording, creating the file if there is none, and closes it in every case.
///
/// Spending is journalled under the label of the run.
///
/// - Returns: what the body returns.
/// - Throws: what the body throws, else ``BankError``.
public func withBank<Result>(
    path: String,
    run: String,
    _ body: (DrawBank) async throws -> Result
) async throws -> Result {
    try await closing(DrawBank(path: path, run: run), after: body)
}

/// Opens a bank for replay and closes it in every case; the file must exist.
///
/// - Returns: what the body returns.
/// - Throws: what the body throws, else ``BankError``.
public func withBank<Result>(
    replaying path: String,
    _ body: (DrawBank) async throws -> Result
) async throws -> Result {
    try await closing(DrawBank(replaying: path), after: body)
}

private func closing<Result>(
    _ bank: DrawBank,
    after body: (DrawBank) async throws -> Result
) async throws -> Result {
    let result: Result
    do {
        result = try await body(bank)
    } catch {
        // The body's error is the cause; a failure to close after it would only hide it, and the
        // last reference closes the file anyway.
        try? bank.close()
        throw error
    }
    try bank.close()
    return result
}
