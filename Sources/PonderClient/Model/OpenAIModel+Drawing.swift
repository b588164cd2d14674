internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import PonderCore
internal import PonderWire

extension OpenAIModel {
    /// Makes one attempt at some draws; at least one comes, or an error is thrown.
    func draw(
        _ request: ModelRequest,
        count: Int,
        onDelta: (@Sendable (ReplyDelta) -> Void)?
    ) async throws -> DrawBatch {
        try builder.check(request, count: count)
        try Task.checkCancellation()
        var applied: String?
        if builder.needsAppliedTemplate(request) { applied = try await appliedTemplate(request) }
        let body = try builder.body(
            of: request,
            count: count,
            isWatched: onDelta != nil,
            applied: applied
        )
        let call = HTTPCall(
            url: settings.address.endpoint(body.path),
            body: body.json,
            streams: body.streams
        )
        let failures = CallFailures(call: call, key: settings.key)
        let empty = ReplyAssembler(
            count: count,
            dialect: settings.dialect,
            partialReply: request.partialReply,
            maximumBytes: settings.maximumReplyBytes
        )
        let assembler = try await transport.send(call) { response, signal in
            let reader = ReplyReader(
                failures: failures,
                maximumBytes: settings.maximumReplyBytes,
                onDelta: onDelta
            )
            return try await reader.read(response, into: empty, signal)
        }
        return try await settle(assembler, request: request, failures: failures)
    }

    /// Returns the replies of an attempt with what each used.
    private func settle(
        _ assembler: ReplyAssembler,
        request: ModelRequest,
        failures: CallFailures
    ) async throws -> DrawBatch {
        let settlement = UsageSettlement(
            choices: assembler.choices,
            total: assembler.usage,
            count: assembler.count,
            coverage: settings.dialect.choiceUsage,
            outputLimit: request.sampling.maxOutputTokens
        )
        guard !assembler.choices.isEmpty else {
            let usage = settlement.withoutChoices
            throw failures.malformed("the reply has no choices", usage: usage)
        }
        var promptBound = 0
        if settlement.needsPromptBound {
            do {
                promptBound = try await tokenUpperBound(of: request)
            } catch var error as ModelError {
                error.usage = nil
                throw error
            }
        }
        let usages = settlement.usages(promptBound: promptBound)
        let replies = zip(assembler.choices, usages).map { choice, usage in
            choice.reply(usage: usage, topLogProbabilities: request.topLogProbabilities)
        }
        guard replies.count < assembler.count else { return DrawBatch(replies: replies) }
        let what = "the server returned \(replies.count) of \(assembler.count) choices"
        return DrawBatch(
            replies: replies,
            missing: failures.malformed(what, usage: Usage.none)
        )
    }
}
