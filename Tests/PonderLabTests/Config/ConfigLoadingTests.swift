import Ponder
import PonderCore
import PonderLab
import PonderTasks
import Testing

struct ConfigLoadingTests {
    @Test func `The example of the design loads with everything it says`() throws {
        let experiment = try ConfigFixture.load(ConfigFixture.example)
        #expect(experiment.name == "gsm8k-first-look")
        #expect(experiment.seed == 7)
        #expect(experiment.concurrency == 8)
        #expect(experiment.problemsInFlight == 32)
        guard case .file(let bank) = experiment.bank else {
            Issue.record("the bank is \(experiment.bank)")
            return
        }
        #expect(bank.written == "banks/gsm8k.sqlite")
        #expect(bank.resolved == "lab/banks/gsm8k.sqlite")
        #expect(experiment.spendLimit == Budget(cost: .dollars(1.5)))
        #expect(experiment.models.map(\.name) == ["small", "tiny", "table"])
        #expect(experiment.rows.map(\.strategy).count == 6)
        let row = try #require(experiment.rows.last)
        #expect(row.strategy == "best-of-n")
        #expect(row.roles == [.policy: "small", .verifier: "tiny"])
        #expect(row.sampling == SamplingOptions(temperature: 0.7, maxOutputTokens: 400))
        #expect(row.perProblem == Budget(outputTokens: 8000))
        #expect(row.perRow == Budget(flops: 4_000_000_000_000_000))
        #expect(row.settings["judge-draws"] == .integer(4))
        #expect(row.settings["alternatives"] == nil)
        #expect(row.estimator == .realised)
    }

    @Test func `Models carry shape, prices, rates and settings`() throws {
        let experiment = try ConfigFixture.load(ConfigFixture.example)
        let small = try #require(experiment.model("small"))
        let shape = ComputeModel(
            nonEmbeddingParameters: 358_000_000,
            layers: 24,
            width: 896,
            vocabulary: 151_936
        )
        #expect(small.shape == shape)
        #expect(
            small.prices
                == PriceTable(input: 20_000, cachedInput: 2000, output: 60_000, date: "2026-11-01")
        )
        #expect(small.rates == ModelRates(prefill: 1000, decode: 50))
        #expect(small.settings.text("model") == "qwen2.5-coder-0.5b")
        #expect(small.settings.flag("stream") == false)
        #expect(small.knowsShape && small.knowsPrices)
        #expect(experiment.model("tiny")?.knowsShape == true)
        #expect(experiment.model("tiny")?.knowsPrices == true)
        #expect(experiment.model("table")?.knowsShape == false)
        #expect(experiment.model("table")?.knowsPrices == false)
        #expect(experiment.model("table")?.settings.text("path") == "pools/gpt4-cot.jsonl")
    }

    @Test func `Tasks say where problems come from and how they are asked`() throws {
        let experiment = try ConfigFixture.load(
            ConfigFixture.config([
                5: """
                  - {task: gsm8k, data: d.jsonl, limit: 9, offset: 2, fields: {question: q}, \
                prompt: {system: "", shots: 4}}
                  - {task: countdown, count: 5, level: 2, seed: 3, use-all: false}
                """
            ])
        )
        let file = try #require(experiment.tasks.first)
        let mapping = FieldMapping([.question: "q"])
        #expect(file.source == .file("lab/d.jsonl", mapping: mapping, limit: 9, offset: 2))
        #expect(file.prompt == PromptSettings(system: "", template: "{statement}", shots: 4))
        let made = try #require(experiment.tasks.last)
        #expect(made.source == .generated(seed: Seed(3), count: 5, level: 2))
        #expect(made.settings == ["use-all": .flag(false)])
        #expect(experiment.rows.map(\.task) == [0, 1])
    }

    @Test func `Texts stay what is written where a text is expected`() throws {
        for text in ["off", "yes", "1e3", "007", "~", "null", "2026-01-01", "0x10", "1_000"] {
            let experiment = try ConfigFixture.load(
                ConfigFixture.config([1: "name: \(text)"], adding: "sampling: {effort: \(text)}")
            )
            #expect(experiment.name == text)
            #expect(experiment.rows.first?.sampling.effort == text)
        }
    }

    @Test(arguments: ["1000", "1e3", "1_000", "+1000", "1000.0", "0.1e4", "'1000'", "\"1e+3\""])
    func `Whole numbers may be written in every exact way`(_ text: String) throws {
        let added = "sampling: {max-output-tokens: \(text)}"
        let experiment = try ConfigFixture.load(ConfigFixture.config(adding: added))
        #expect(experiment.rows.first?.sampling.maxOutputTokens == 1000)
    }

    @Test(arguments: [
        "1__000", "_1000", "1000_", "1e", "1e3.0", "1.", "0b11", "1 000", "1,000", "nan",
    ])
    func `Nothing else is a whole number`(_ text: String) {
        let added = "sampling: {max-output-tokens: \"\(text)\"}"
        let mistakes = ConfigFixture.mistakes(ConfigFixture.config(adding: added))
        #expect(mistakes.map(\.position?.description) == ["8:31"])
    }

    @Test(
        arguments: [
            ("90s", 90), ("90", 90), ("5m", 300), ("1.5h", 5400), ("0.25s", 0.25), ("1e1", 10),
        ]
    )
    func `Times take units`(_ text: String, _ seconds: Double) throws {
        let added = "budget: {per-problem: {wall-time: \(text)}}"
        let experiment = try ConfigFixture.load(ConfigFixture.config(adding: added))
        #expect(experiment.rows.first?.perProblem.wallTime == .seconds(seconds))
    }

    @Test func `Money is read exactly from its decimals`() throws {
        let added = """
            prices: {m: {input: 0.150001, output: 12, batch: 0.5, date: 2024-02-29}}
            budget: {per-problem: {cost-usd: 0.000000000001}}
            """
        let experiment = try ConfigFixture.load(ConfigFixture.config(adding: added))
        let prices = try #require(experiment.models.first?.prices)
        #expect(prices.input == 150_001)
        #expect(prices.cachedInput == 150_001)
        #expect(prices.output == 12_000_000)
        #expect(prices.batchPermille == 500)
        #expect(experiment.rows.first?.perProblem.cost == Cost(picoDollars: 1))
    }

    @Test func `Defaults hold where a config is silent`() throws {
        let experiment = try ConfigFixture.load(ConfigFixture.config([1: "epochs: 1"]))
        #expect(experiment.name == "config")
        #expect(experiment.seed == 0)
        #expect(experiment.bank == .outputFolder)
        #expect(experiment.pool == nil)
        #expect(experiment.retries == RetryPolicy())
        #expect(experiment.rows.first?.sampling == SamplingOptions(maxOutputTokens: 512))
        #expect(experiment.rows.first?.roles == [.policy: "m"])
        #expect(experiment.rows.first?.perProblem == .unlimited)
    }

    @Test func `A bank may be off`() throws {
        let experiment = try ConfigFixture.load(ConfigFixture.config(adding: "bank: off"))
        #expect(experiment.bank == .off)
    }

    @Test func `A byte order mark and Windows line ends are read`() throws {
        let text =
            "\u{FEFF}" + ConfigFixture.example.split(separator: "\n").joined(separator: "\r\n")
        #expect(try ConfigFixture.load(text) == ConfigFixture.load(ConfigFixture.example))
    }

    @Test func `Several mistakes are reported together in order`() {
        let text = """
            nam: t
            seed: -3
            models:
              m: {provider: openai, base-url: h, model: q, stream: maybe}
              m: {provider: engine, path: p}
            tasks:
              - {task: gsm8k, data: none.jsonl, limit: 0}
              - {task: gsm8l}
            sampling: {temperature: hot, temperature: 1}
            strategies:
              - {strategy: best-of-n, draws: 0, verifier: judge, judge-draws: 4.5}
              - {strategy: self-consistency, sampling: {temperature: 0}}
            epochs: no
            """
        let places = ConfigFixture.mistakes(text).map { $0.position?.description ?? "" }
        #expect(
            places == [
                "1:1", "2:7", "4:56", "5:3", "7:25", "7:44", "8:12", "9:25", "9:30", "11:34",
                "11:67", "12:58", "13:9",
            ]
        )
    }

    @Test func `A syntax error does not hide the repeated keys before it`() {
        let mistakes = ConfigFixture.mistakes("a: {b: 1, b: 2}\nc: [\n")
        #expect(mistakes.map(\.position?.description) == ["1:5", "3:1"])
    }

    @Test func `Errors print one line each as compilers do`() {
        do {
            _ = try ConfigFixture.load("nam: |\n  two\n  lines\nseed: |\n  1\n  2\n")
            Issue.record("the config loaded")
        } catch {
            let lines = "\(error)".split(separator: "\n")
            #expect(lines.count == 5)
            #expect(
                lines.allSatisfy { $0.hasPrefix("lab/config.yaml:") && $0.contains(": error: ") }
            )
        }
    }

    @Test func `A file that is missing is an error of its own`() throws {
        let error = try #require(throws: ExperimentError.self) {
            try ConfigFixture.loader.experiment(at: "/no/such/config.yaml")
        }
        #expect(error.code == .unreadableConfig)
        #expect(error.description.contains("/no/such/config.yaml: error:"))
    }

    @Test func `Later mistakes find their places in the file`() throws {
        let sources = try ConfigFixture.load(ConfigFixture.example).sources
        #expect(sources.folder == "lab")
        #expect(sources.diagnostic(model: "small", setting: "model", "m").line == 5)
        #expect(sources.diagnostic(model: "small", setting: "api-key", "m").column == 3)
        #expect(sources.diagnostic(task: 0, key: "data", "m").position?.description == "12:25")
        #expect(sources.diagnostic(row: 4, "m").position?.description == "16:16")
    }
}
