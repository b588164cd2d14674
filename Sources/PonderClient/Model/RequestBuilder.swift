internal import PonderCore
internal import PonderWire

/// Checks requests against what a model declares, and writes them in its dialect.
struct RequestBuilder: Sendable {
    /// A request as it is sent.
    struct Body: Hashable, Sendable {
        /// The endpoint's path below the server's address.
        var path: String
        /// The body.
        var json: JSONValue
        /// Whether an event stream is asked for.
        var streams: Bool
    }

    /// What the model declares.
    let settings: OpenAIModelSettings

    private var dialect: OpenAIDialect { settings.dialect }

    /// Whether the server's template must write the prompt of a request before it is sent.
    func needsAppliedTemplate(_ request: ModelRequest) -> Bool {
        settings.endpoint == .chat && dialect.continuation == .appliedTemplate
            && request.hasPartialReply
    }

    /// Returns a request that has been checked in the server's dialect.
    ///
    /// The count is the number of choices; the applied prompt is what the server's template wrote,
    /// where one is needed.
    /// - Throws: `ModelError` with code `badRequest` when a schema is not JSON.
    func body(
        of request: ModelRequest,
        count: Int,
        isWatched: Bool,
        applied: String?
    ) throws -> Body {
        let streams = mustStream(request, count: count) || isStreamed(isWatched: isWatched)
        var fields = fields(of: request, count: count)
        fields.stream = streams
        fields.includeUsage = dialect.acceptsStreamOptions
        let top = request.topLogProbabilities.map { max($0, 1) }
        if let prompt = applied ?? prompt(of: request) {
            fields.extra += try constraintMembers(request.constraint, isChat: false)
            let json = CompletionRequest(
                prompt: prompt,
                fields: fields,
                topLogProbabilities: top
            ).json
            return Body(path: "completions", json: json, streams: streams)
        }
        fields.extra += try constraintMembers(request.constraint, isChat: true)
        if request.hasPartialReply, dialect.continuation == .continueFinalMessage {
            fields.extra.append(JSONMember("continue_final_message", .bool(true)))
            fields.extra.append(JSONMember("add_generation_prompt", .bool(false)))
        }
        let json = ChatCompletionRequest(
            messages: request.conversation,
            fields: fields,
            topLogProbabilities: top
        ).json
        return Body(path: "chat/completions", json: json, streams: streams)
    }

    /// The prompt of a plain completion; `nil` for a chat.
    func prompt(of request: ModelRequest) -> String? {
        guard case .completions(let separator) = settings.endpoint else { return nil }
        let texts = request.messages.map(\.text).joined(separator: separator)
        return texts + (request.partialReply ?? "")
    }

    // MARK: Parts

    /// Whether the dialect leaves no choice, whatever the settings say.
    private func mustStream(_ request: ModelRequest, count: Int) -> Bool {
        if count > 1, dialect.choiceUsage == .perChoice { return true }
        return settings.endpoint == .chat && request.hasPartialReply
            && dialect.continuation == .lastMessage
    }

    private func isStreamed(isWatched: Bool) -> Bool {
        switch settings.streaming {
        case .whenWatched: isWatched
        case .always: true
        case .never: false
        }
    }

    private func fields(of request: ModelRequest, count: Int) -> GenerationFields {
        let sampling = request.sampling
        var fields = GenerationFields(model: settings.model)
        switch dialect.outputLimit {
        case .maxTokens: fields.maxTokens = sampling.maxOutputTokens
        case .maxCompletionTokens: fields.maxCompletionTokens = sampling.maxOutputTokens
        }
        fields.temperature = sampling.temperature
        fields.topP = sampling.topP
        fields.topK = sampling.topK
        fields.minP = sampling.minP
        fields.choices = count
        // Servers keep seeds in 32 bits, and llama.cpp takes the largest for "draw one".
        if dialect.acceptsSeed { fields.seed = request.seed.map { UInt32($0 & 0x7fff_ffff) } }
        fields.stop = request.stop
        if let effort = sampling.effort {
            fields.extra.append(JSONMember(dialect.effortField, .string(effort)))
        }
        if let limit = sampling.maxThinkingTokens, let name = dialect.thinkingLimitField {
            fields.extra.append(JSONMember(name, .integer(limit)))
        }
        fields.extra += settings.extraFields.members
        return fields
    }
}

extension ModelRequest {
    /// Whether there is something to be continued.
    var hasPartialReply: Bool { partialReply?.isEmpty == false }

    /// The messages, and the partial reply as the last of them.
    var conversation: [Message] {
        guard hasPartialReply, let partialReply else { return messages }
        return messages + [.assistant(partialReply)]
    }
}
