public import PonderCore
internal import PonderWire

extension OpenAIModel {
    /// Returns an upper bound of the prompt tokens that the server will bill for a request.
    ///
    /// - Throws: `ModelError` when the server's tokenizer is asked and does not answer.
    @concurrent public func tokenUpperBound(of request: ModelRequest) async throws -> Int {
        switch settings.tokenCounting {
        case .bytes(let perMessage, let fixed):
            return byteBound(of: request, perMessage: perMessage, fixed: fixed)
        case .llamaServer:
            let prompt: String
            if let plain = builder.prompt(of: request) {
                prompt = plain
            } else {
                prompt = try await appliedTemplate(request)
            }
            return try await countTokens(of: prompt)
        }
    }

    /// Returns the prompt of a chat as the server's own template writes it.
    func appliedTemplate(_ request: ModelRequest) async throws -> String {
        let body = JSONValue.object([JSONMember("messages", .messages(request.messages))])
        let json = try await ask("apply-template", body)
        guard let prompt = json["prompt"]?.string else {
            throw unexpected("apply-template", "no 'prompt'")
        }
        return prompt + (request.partialReply ?? "")
    }

    private func countTokens(of prompt: String) async throws -> Int {
        let body = JSONValue.object([
            JSONMember("content", .string(prompt)),
            JSONMember("add_special", .bool(true)),
            JSONMember("parse_special", .bool(true)),
        ])
        let json = try await ask("tokenize", body)
        guard let tokens = json["tokens"]?.elements else {
            throw unexpected("tokenize", "no 'tokens'")
        }
        return tokens.count
    }

    /// A constraint counts too: some servers write the schema into the prompt.
    private func byteBound(of request: ModelRequest, perMessage: Int, fixed: Int) -> Int {
        let texts = request.messages.map(\.text) + [request.partialReply ?? ""]
        let constraint: [String] =
            switch request.constraint {
            case nil: []
            case .choice(let options): options
            case .regex(let text), .jsonSchema(let text), .grammar(let text): [text]
            }
        let bytes = (texts + constraint).reduce(0) { $0 + $1.utf8.count }
        return bytes + perMessage * texts.count + fixed
    }

    /// Asks the server itself; nothing is generated, so nothing is used.
    private func ask(_ path: String, _ body: JSONValue) async throws -> JSONValue {
        let call = HTTPCall(url: settings.address.root(path), body: body)
        do {
            return try await transport.json(call, maximumBytes: settings.maximumReplyBytes)
        } catch var error as ModelError {
            error.usage = Usage.none
            throw error
        }
    }

    private func unexpected(_ path: String, _ what: String) -> ModelError {
        let url = settings.address.root(path)
        let message = "POST \(url): the reply has \(what); is this a llama.cpp server?"
        return ModelError(.malformedReply, message, usage: Usage.none)
    }
}
