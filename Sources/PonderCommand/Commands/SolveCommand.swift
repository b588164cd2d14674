import ArgumentParser
import Ponder
import PonderClient

/// Searches for the answer of one question.
struct SolveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "solve",
        abstract: "Search for the answer of one question, within a budget of output tokens.",
        discussion: """
            Shows each draw as it comes in (on standard error), then the answer. Ctrl-C, a used-up
            budget and a deadline all end with the best answer so far.

            Examples:
              ponder solve "What is 17 + 25?" --base-url http://127.0.0.1:8080/v1 --model NAME
              ponder solve "…" --base-url URL --model NAME --strategy best-of-n --draws 16 \\
                --dialect llama.cpp --max-output-tokens 8000 --format json
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

    @Option(help: "The sampling temperature.")
    var temperature = 0.7

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
        guard maxOutputTokens >= 1, maxReplyTokens >= 1 else {
            throw ValidationError("limits of tokens must be at least 1")
        }
        guard temperature >= 0, temperature.isFinite else {
            throw ValidationError("the temperature must be a number of at least 0")
        }
        guard timeLimit.map({ $0 > 0 && $0.isFinite }) ?? true else {
            throw ValidationError("the time limit must be a positive number of seconds")
        }
        guard (answer == .choice) == !choices.isEmpty else {
            throw ValidationError("--answer choice and --choice go together")
        }
    }

    func run() async throws {
        let strategy = try namedStrategy()
        do {
            let settings = try server.settings()
            let result = try await withOpenAIModel(settings) { model in
                _ = try await model.probe()
                return try await search(strategy, with: ModelEndpoint(model))
            }
            try print(result)
            if result.stop == .cancelled { throw ExitCode(Interruption.exitCode) }
            if result.answer == nil { throw ExitCode.failure }
        } catch let error as ModelError {
            throw CommandFailure.failed("error: \(error.message)")
        }
    }

    private func search(
        _ strategy: any Strategy,
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
        let result = try await Interruption.cancelling { try await Search(strategy).run(ready) }
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
