import ArgumentParser
import Foundation
import PonderClient

/// Which model on which server a command calls.
struct ServerOptions: ParsableArguments {
    @Option(name: .customLong("base-url"), help: "The server's address up to and with /v1.")
    var baseURL: String

    @Option(help: "The server's name of the model.")
    var model: String

    @Option(help: "What the server takes: generic, llama.cpp, vllm, openai or openai-reasoning.")
    var dialect = "generic"

    @Option(
        name: .customLong("api-key-variable"),
        help: "The environment variable that holds the key, if the server wants one."
    )
    var apiKeyVariable: String?

    @Option(help: "The most calls in flight.")
    var concurrency = 8

    /// The client's settings.
    ///
    /// - Throws: ``CommandFailure`` for a dialect or variable that is not there, and ``ModelError``
    ///   for an address or a key that cannot be used.
    func settings() throws -> OpenAIModelSettings {
        guard let preset = OpenAIDialect.preset(named: dialect) else {
            let known = OpenAIDialect.presets.map(\.name).joined(separator: ", ")
            throw CommandFailure.usage(
                "error: there is no dialect '\(dialect)'; use one of \(known)"
            )
        }
        guard (1...1024).contains(concurrency) else {
            throw CommandFailure.usage("error: --concurrency must be from 1 to 1024")
        }
        var settings = OpenAIModelSettings(
            address: try ServerAddress(baseURL),
            model: model,
            dialect: preset
        )
        settings.concurrency = concurrency
        if let variable = apiKeyVariable {
            guard let key = ProcessInfo.processInfo.environment[variable] else {
                throw CommandFailure.usage("error: the environment variable \(variable) is not set")
            }
            settings.key = try APIKey(key, variable: variable)
        }
        return settings
    }
}
