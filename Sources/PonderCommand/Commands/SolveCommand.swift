import ArgumentParser
import Ponder
import PonderClient

/// Searches for the answer of one question.
struct SolveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "solve",
        abstract: "Search for the answer of one question, within a budget of output tokens.",
        discussion: """
            Shows each draw as it comes in (on standard error), then the answer. Ctrl-C, \
            a used-up budget and a deadline all end with the best answer so far.

            Examples:
              ponder solve "What is 17 + 25?" --base-url http://127.0.0.1:8080/v1 \\
                --model NAME
              ponder solve "…" --base-url URL --model NAME --dialect llama.cpp \\
                --strategy best-of-n --draws 16 --max-output-tokens 8000 --format json
            """
    )

    @Argument(help: "The question.")
    var question: String

    @OptionGroup var server: ServerOptions

    @Option(help: "The strategy; see: ponder strategies.")
    var strategy = "self-consistency"

    @Option(help: "How many replies the strategy draws; its own default if not given.")
    var draws: Int?

    @Option(name: .customLong("set"), help: "Another setting of the strategy, as NAME=VALUE.")
    var settings: [String] = []

    @Option(
        name: .customLong("max-output-tokens"),
        help: "The budget: the most output tokens of the whole search, over all its calls."
    )
    var maxOutputTokens = 8000

    @Option(
        name: .customLong("max-reply-tokens"),
        help: "The most output tokens of one reply; lowered to what the budget leaves."
    )
    var maxReplyTokens = 1024

    @Option(help: "The sampling temperature; by default 0.7 where the dialect takes one.")
    var temperature: Double?

    @Option(help: "What an answer is: number, boxed, choice (A to Z, with --choice), or text.")
    var answer = AnswerKind.number

    @Option(name: .customLong("choice"), help: "An option of a multiple-choice question, in order.")
    var choices: [String] = []

    @Option(help: "The seed of the draws.")
    var seed: UInt64 = 0

    @Option(name: .customLong("time-limit"), help: "The longest time in seconds.")
    var timeLimit: Double?

    @Option(help: "How to print: text or json.")
    var format = OutputFormat.text

    func validate() throws {
        guard question.utf8.contains(where: { $0 > 0x20 }) else {
            throw ValidationError("the question is empty")
        }
        guard (1...1_000_000_000_000).contains(maxOutputTokens) else {
            throw ValidationError("--max-output-tokens must be from 1 to 1000000000000")
        }
        guard (1...10_000_000).contains(maxReplyTokens) else {
            throw ValidationError("--max-reply-tokens must be from 1 to 10000000")
        }
        guard (0...100).contains(temperature ?? 0) else {
            throw ValidationError("--temperature must be a number from 0 to 100")
        }
        let year = 31_536_000.0
        guard timeLimit.map({ $0 > 0 && $0 <= year }) ?? true else {
            throw ValidationError("--time-limit must be above 0 seconds, at most a year")
        }
        guard (answer == .choice) == !choices.isEmpty else {
            throw ValidationError("--answer choice and --choice go together")
        }
        guard choices.count <= AnswerKind.mostChoices else {
            throw ValidationError("a question has at most \(AnswerKind.mostChoices) choices")
        }
    }

    func run() async throws {
        let strategy = try namedStrategy()
        do {
            let settings = try server.settings()
            let temperature = try temperature(of: settings)
            let result = try await Interruption.cancelling {
                try await withOpenAIModel(settings) { model in
                    _ = try await model.probe()
                    let endpoint = ModelEndpoint(model, concurrency: server.concurrency)
                    return try await search(strategy, at: temperature, with: endpoint)
                }
            }
            try print(result)
            if result.stop == .cancelled { throw ExitCode(Interruption.exitCode) }
            if result.answer == nil { throw ExitCode.failure }
        } catch is CancellationError {
            throw CommandFailure(
                message: "interrupted before anything was drawn",
                code: Interruption.exitCode
            )
        } catch let error as ModelError {
            throw CommandFailure.failed("error: \(error.message)")
        }
    }

    /// The temperature that is asked for, or the usual one where the server takes any.
    private func temperature(of settings: OpenAIModelSettings) throws -> Double? {
        let takesOne = settings.dialect.samplingParameters.contains(.temperature)
        guard temperature == nil || takesOne else {
            throw CommandFailure.usage(
                "error: servers of the dialect \(server.dialect) take no --temperature; leave it out"
            )
        }
        return temperature ?? (takesOne ? 0.7 : nil)
    }

    private func search(
        _ strategy: any Strategy,
        at temperature: Double?,
        with endpoint: ModelEndpoint
    ) async throws -> SearchResult {
        let limit = min(maxReplyTokens, maxOutputTokens)
        var context = SearchContext(
            Problem(question, choices: choices),
            prompt: answer.prompt(question, choices: choices),
            reader: answer.reader,
            sampling: SamplingOptions(temperature: temperature, maxOutputTokens: limit),
            leastOutputTokens: min(limit, 64),
            endpoints: [.policy: endpoint, .verifier: endpoint],
            logProbabilities: strategy.needs.logProbabilities,
            budget: Budget(
                outputTokens: maxOutputTokens,
                wallTime: timeLimit.map { .seconds($0) }
            ),
            draws: DrawSource(
                MemoryDrawStore(),
                mode: .record,
                stream: DrawStream(runSeed: Seed(seed), epoch: 0)
            ),
            seed: Seed(seed)
        )
        if format == .text { context.onEvent = { SolveText.show($0) } }
        let ready = context
        let spent = ContinuousClock.now
        let result = try await Search(strategy).run(ready)
        if format == .text {
            StandardStream.error.print("took \(Figures.time(ContinuousClock.now - spent))")
        }
        return result
    }

    private func print(_ result: SearchResult) throws {
        switch format {
        case .json: StandardStream.output.write(try SolveJSON(result).text)
        case .text: StandardStream.output.print(SolveText.answer(result))
        }
    }

    private func namedStrategy() throws -> any Strategy {
        guard let entry = StrategyCatalog.entry(named: strategy) else {
            let known = StrategyCatalog.entries.map(\.id).joined(separator: ", ")
            throw CommandFailure.usage(
                "error: there is no strategy '\(strategy)'; use one of \(known)"
            )
        }
        var given: [String: SettingValue] = [:]
        for setting in settings {
            let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw CommandFailure.usage("error: --set \(setting): write NAME=VALUE")
            }
            given[parts[0]] = SettingText.value(parts[1], of: parts[0], in: entry.settings)
        }
        if let draws { given["draws"] = .integer(draws) }
        do {
            let strategy = try entry.strategy(given)
            if strategy.needs.comparesDraws, temperature == 0 {
                throw CommandFailure.usage(
                    "error: at temperature 0 all draws are the same; raise it, or use single"
                )
            }
            return strategy
        } catch let error as SettingError {
            throw CommandFailure.usage("error: \(entry.id): \(error)")
        }
    }
}
