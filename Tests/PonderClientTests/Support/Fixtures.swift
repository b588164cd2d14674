import PonderClient
import PonderCore
import PonderWire
import Testing

/// A collected chat reply with one choice.
func chat(
    _ text: String,
    finish: String = "stop",
    usage: String? = #"{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15}"#
) -> String {
    let content = String(decoding: JSONValue.string(text).utf8, as: UTF8.self)
    let tail = usage.map { #","usage":\#($0)"# } ?? ""
    return #"{"choices":[{"index":0,"finish_reason":"\#(finish)","#
        + #""message":{"role":"assistant","content":\#(content)}}]\#(tail)}"#
}

/// An event of a chat stream that adds to one choice.
func delta(_ text: String?, index: Int = 0, finish: String? = nil) -> String {
    let content = text.map { String(decoding: JSONValue.string($0).utf8, as: UTF8.self) }
    let finish = finish.map { "\"\($0)\"" } ?? "null"
    return #"{"choices":[{"index":\#(index),"finish_reason":\#(finish),"#
        + #""delta":{"content":\#(content ?? "null")}}]}"#
}

/// An event that reports usage.
let usageEvent =
    #"{"choices":[],"usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15}}"#

/// A small request.
func request(
    _ text: String = "hi",
    limit: Int = 16,
    _ change: (inout ModelRequest) -> Void = { _ in }
) -> ModelRequest {
    var request = ModelRequest(
        messages: [.user(text)],
        sampling: SamplingOptions(maxOutputTokens: limit)
    )
    change(&request)
    return request
}

/// Runs a body with a model behind a loopback server.
func withModel(
    _ dialect: OpenAIDialect = .generic,
    change: (inout OpenAIModelSettings) -> Void = { _ in },
    script: @escaping LoopbackServer.Script,
    run body: (OpenAIModel, LoopbackServer) async throws -> Void
) async throws {
    try await withLoopbackServer(script) { server in
        var settings = OpenAIModelSettings(
            address: try server.address,
            model: "m",
            dialect: dialect
        )
        change(&settings)
        try await withOpenAIModel(settings) { try await body($0, server) }
    }
}

/// Returns the error that one call to a model behind a loopback server ends with.
func failure(
    _ dialect: OpenAIDialect = .generic,
    of request: ModelRequest = request(),
    streamed: Bool = false,
    change: (inout OpenAIModelSettings) -> Void = { _ in },
    script: @escaping LoopbackServer.Script
) async throws -> ModelError {
    var caught: ModelError?
    try await withModel(dialect, change: change, script: script) { model, _ in
        let watch: @Sendable (ReplyDelta) -> Void = { _ in }
        do {
            let reply = try await model.generate(request, onDelta: streamed ? watch : nil)
            Issue.record("the call succeeded with \(reply)")
        } catch let error as ModelError {
            caught = error
        }
    }
    return try #require(caught)
}
