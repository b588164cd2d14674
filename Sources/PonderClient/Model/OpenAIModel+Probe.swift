internal import PonderCore
internal import PonderWire

extension OpenAIModel {
    /// Asks the server what can be asked without generating anything, and checks it.
    ///
    /// Sends `GET /models`, and `GET /props` for dialects of llama.cpp. Call it once before a run.
    /// - Throws: `ModelError`: `unreachable`, `authentication`, `notFound` when the model is not
    ///   listed, `badRequest` when the server has fewer slots than draws per call are declared.
    @concurrent public func probe() async throws -> ServerReport {
        let models = try await listedModels()
        if let models, !models.contains(settings.model) {
            let names = models.isEmpty ? "none" : models.joined(separator: ", ")
            let message =
                "\(settings.address) does not serve '\(settings.model)'; it serves: \(names)"
            throw ModelError(.notFound, message, isFatal: true, usage: Usage.none)
        }
        var report = ServerReport(models: models)
        if isLlamaServer { report.llamaServer = try await llamaServer() }
        if let slots = report.llamaServer?.slots, settings.drawsPerCall > slots {
            let message =
                "\(settings.drawsPerCall) draws per call are declared, but the server at"
                + " \(settings.address) has \(slots) slots"
            throw ModelError(.badRequest, message, isFatal: true, usage: Usage.none)
        }
        return report
    }

    private var isLlamaServer: Bool {
        let dialect = settings.dialect
        return settings.tokenCounting == .llamaServer || dialect.constraints == .llamaServer
            || dialect.continuation == .appliedTemplate
    }

    /// The names under `data` of `GET /models`; `nil` when the server has no such endpoint.
    private func listedModels() async throws -> [String]? {
        guard let json = try await find(settings.address.endpoint("models")) else { return nil }
        return json["data"]?.elements?.compactMap { $0["id"]?.string }
    }

    private func llamaServer() async throws -> ServerReport.LlamaServer? {
        guard let json = try await find(settings.address.root("props")),
            let defaults = json["default_generation_settings"]
        else { return nil }
        return ServerReport.LlamaServer(
            slots: json["total_slots"]?.integer,
            contextTokens: defaults["n_ctx"]?.integer,
            modelPath: json["model_path"]?.string
        )
    }

    /// Returns the JSON at an address; `nil` when there is nothing.
    private func find(_ url: String) async throws -> JSONValue? {
        do {
            let call = HTTPCall(url: url)
            return try await transport.json(call, maximumBytes: settings.maximumReplyBytes)
        } catch let error as ModelError where error.code == .notFound {
            return nil
        }
    }
}
