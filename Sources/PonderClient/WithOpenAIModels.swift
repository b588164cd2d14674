internal import AsyncHTTPClient
internal import PonderCore

/// Opens a model behind an OpenAI-compatible server, and closes its connections when the body ends.
///
/// Nothing is sent before the first call. The clock measures the time limits of calls.
/// - Returns: what the body returns.
/// - Throws: `ModelError` with code `badRequest` for settings that contradict each
///   other; what the body throws.
public func withOpenAIModel<Outcome>(
    _ settings: OpenAIModelSettings,
    clock: any Clock<Duration> = ContinuousClock(),
    _ body: (OpenAIModel) async throws -> Outcome
) async throws -> Outcome {
    try await withOpenAIModels([settings], clock: clock) { try await body($0[0]) }
}

/// Opens several models, each with its own pool of connections, and closes them when the body ends.
///
/// The body gets the models in the order of their settings. The clock measures the time limits of
/// calls.
/// - Returns: what the body returns.
/// - Throws: `ModelError` with code `badRequest` for settings that contradict each
///   other; what the body throws.
public func withOpenAIModels<Outcome>(
    _ settings: [OpenAIModelSettings],
    clock: any Clock<Duration> = ContinuousClock(),
    _ body: ([OpenAIModel]) async throws -> Outcome
) async throws -> Outcome {
    for settings in settings { try settings.validate() }
    let clients = settings.map { settings in
        HTTPClient(
            eventLoopGroupProvider: .singleton,
            configuration: HTTPTransport.configuration(for: settings)
        )
    }
    let models = zip(settings, clients).map { settings, client in
        OpenAIModel(settings: settings, client: client, clock: clock)
    }
    let outcome: Outcome
    do {
        outcome = try await body(models)
    } catch {
        // The body's error is the news; every pool must be closed whatever becomes of the others.
        for client in clients { try? await client.shutdown() }
        throw error
    }
    for client in clients { try await client.shutdown() }
    return outcome
}
