import Ponder
import PonderCore
import PonderLab
import PonderTasks

/// Configs for tests, and a loader that knows two providers and a few tasks.
enum ConfigFixture {
    static let key = "s3cr3t-value"

    static let providers = [
        ProviderSpec(
            id: "openai",
            summary: "A server that speaks the OpenAI dialect.",
            settings: [
                SettingSpec("base-url", .text, isRequired: true, "The address."),
                SettingSpec("model", .text, isRequired: true, "The server's name of the model."),
                SettingSpec("api-key", .text, "The key."),
                SettingSpec("stream", .flag, default: .flag(false), "Whether replies stream."),
                SettingSpec("timeout", .number(1...3600), default: .number(60), "Seconds."),
                SettingSpec("retain", .integer(0...10), default: .integer(3), "Connections."),
            ],
            secretSettings: ["api-key"],
            transportSettings: ["base-url", "timeout", "retain"]
        ),
        ProviderSpec(
            id: "engine",
            summary: "Weights in process.",
            settings: [SettingSpec("path", .text, isRequired: true, "The weights.")],
            knowsShape: true,
            isFree: true
        ),
    ]

    static let tasks = [
        TaskFacts(
            id: "gsm8k",
            readsFile: true,
            generates: false,
            prompt: PromptSettings(system: "Solve it.", template: "{statement}", shots: 0),
            mostShots: 8
        ),
        TaskFacts(
            id: "countdown",
            readsFile: true,
            generates: true,
            levels: [1, 2, 3],
            prompt: PromptSettings(system: "", template: "Make {statement}.", shots: 1),
            mostShots: 3,
            settings: [SettingSpec("use-all", .flag, default: .flag(true), "Use each number.")],
            hasChecker: true
        ),
        TaskFacts(id: "arithmetic", readsFile: false, generates: true, levels: [1, 2]),
    ]

    static let files: Set<String> = [
        "lab/gsm8k-dev.jsonl", "lab/pools/gpt4-cot.jsonl", "lab/d.jsonl", "lab/e.jsonl",
    ]

    /// A strategy of the catalog's shape that calls an expert.
    static let cascade = StrategyEntry(
        id: "cascade",
        summary: "Asks an expert.",
        settings: [
            SettingSpec("limit", .integer(1...9), isRequired: true, "How often."),
            SettingSpec("marks", .list, "Texts."),
            SettingSpec("eager", .flag, default: .flag(false), "Whether to hurry."),
        ]
    ) { _ in Cascade() }

    static let loader = ExperimentLoader(
        providers: providers,
        strategies: StrategyCatalog.entries + [cascade],
        tasks: tasks,
        environment: { ["LAB_KEY": key, "EMPTY": ""][$0] },
        isFile: { files.contains($0) }
    )

    static func load(_ text: String) throws -> Experiment {
        try loader.experiment(text, path: "lab/config.yaml")
    }

    /// The mistakes of a config; none if it loads.
    static func mistakes(_ text: String) -> [Diagnostic] {
        do {
            _ = try load(text)
            return []
        } catch let error as ExperimentError {
            return error.diagnostics
        } catch {
            return [Diagnostic(path: "", position: nil, message: "another error: \(error)")]
        }
    }

    /// A small valid config, by lines.
    static let lines = [
        "name: t",
        "models:",
        "  m: {provider: openai, base-url: \"http://h/v1\", model: q}",
        "tasks:",
        "  - {task: gsm8k, data: d.jsonl}",
        "strategies:",
        "  - {strategy: single}",
    ]

    /// The small config with some lines exchanged (from 1) and others appended.
    static func config(_ changes: [Int: String] = [:], adding added: String = "") -> String {
        var lines = lines
        for (line, text) in changes { lines[line - 1] = text }
        return (lines + [added]).joined(separator: "\n")
    }

    /// The example of the design, which uses nearly every key.
    static let example = """
        name: gsm8k-first-look
        seed: 7
        bank: banks/gsm8k.sqlite
        models:
          small: {provider: openai, base-url: http://127.0.0.1:8091/v1, model: qwen2.5-coder-0.5b,
                  shape: {non-embedding: 358e6, layers: 24, width: 896, vocabulary: 151936}}
          tiny:  {provider: engine, path: smollm2-135m}
          table: {provider: pool, path: pools/gpt4-cot.jsonl}
        roles: {policy: [small], verifier: tiny}                # may be overridden per strategy
        prices: {small: {input: 0.02, cached-input: 0.002, output: 0.06, date: 2026-11-01}}
        tasks:
          - {task: gsm8k, data: gsm8k-dev.jsonl, limit: 100, prompt: {shots: 4}}
        sampling: {temperature: 0.7, max-output-tokens: 400}
        strategies:
          - {strategy: single}
          - {strategy: self-consistency, draws: [2, 4, 8, 16]}        # a list is a sweep
          - {strategy: best-of-n, draws: 16, verifier: judge}
        budget: {per-problem: {output-tokens: 8000}, per-row: {flops: 4e15}}
        spend-limit: {cost-usd: 1.50}
        epochs: 1
        concurrency: 8
        """

    private struct Cascade: Strategy {
        var needs: StrategyNeeds {
            StrategyNeeds(
                roles: [.policy, .expert],
                draws: nil,
                isPoolReplayable: false,
                comparesDraws: false
            )
        }

        func search(_ problem: Problem, in session: SearchSession) async throws -> StopReason {
            .finished
        }
    }
}
