import PonderCore
import PonderLab
import Testing

struct ResolvedConfigTests {
    private static let everything = """
        name: "yes: it's # odd"
        seed: 18446744073709551615
        bank: off
        pool: 40
        models:
          a b: {provider: openai, base-url: 'http://h:1/v1', model: "é\\u2028\\t\\"\\\\", api-key: '${LAB_KEY}',
                timeout: 1e-0, shape: {non-embedding: 358e6, layers: 24, width: 896, attention-width: 64,
                vocabulary: 151936}, rates: {prefill: 1234.5, decode: 0.1}, concurrency: 3}
          "true": {provider: engine, path: "off"}
          table: {provider: pool, path: pools/gpt4-cot.jsonl}
        roles: {policy: ["true", a b], verifier: ["true", a b]}
        prices: {a b: {input: 0.02, cached-input: 0.002, output: 0.06, batch: 0.5, date: 2026-11-01},
                 "true": {input: 0, output: 0, date: 2026-11-01}}
        tasks:
          - {task: gsm8k, data: gsm8k-dev.jsonl, limit: 100, fields: {id: "no"},
             prompt: {system: ["", "Think\\nhard."], template: "Q: {statement}\\n", shots: [0, 4]}}
          - {task: countdown, count: 5, level: [1, 3], use-all: [true, false]}
          - {task: countdown, data: d.jsonl, offset: 3}
        sampling: {temperature: [0.1, 1e-7, 3], stop: [["\\n\\n", "12"], []], effort: low}
        strategies:
          - {strategy: single}
          - {strategy: best-of-n, draws: 16, verifier: [judge, mean-log-probability, self-certainty],
             judge-draws: [1, 2], width: 2, sampling: {temperature: 0.5, stop: []},
             roles: {policy: "true"}, budget: {per-row: {flops: 4e15, wall-time: 1.5h}}}
          - {strategy: cascade, limit: 3, marks: [[a, "b,c"], []], roles: {expert: a b}}
        budget: {per-problem: {output-tokens: [100, 8000], cost-usd: 0.000001, wall-time: 90s}}
        spend-limit: {cost-usd: 1.50, total-tokens: 1e9, flops: 1e20, calls: 7, output-tokens: 3}
        epochs: 3
        problems-in-flight: 7
        retries: {attempts: 2, initial-delay-seconds: 0.25, maximum-delay-seconds: 60}
        """

    @Test(arguments: [everything, ConfigFixture.example, ConfigFixture.config()])
    func `A resolved config resolves to the same experiment`(_ text: String) throws {
        let experiment = try ConfigFixture.load(text)
        let again = try ConfigFixture.load(experiment.resolvedYAML)
        #expect(again.resolvedYAML == experiment.resolvedYAML)
        #expect(again.models == experiment.models)
        #expect(again.tasks == experiment.tasks)
        #expect(again.rows == experiment.rows)
        #expect(again == experiment)
    }

    @Test func `Resolving fills in every default in a fixed order`() throws {
        let text = ConfigFixture.config([7: "  - {strategy: best-of-n, draws: [2, 4]}"])
        let expected = """
            name: t
            seed: 0
            models:
              m:
                provider: openai
                base-url: "http://h/v1"
                model: q
                stream: false
                timeout: 60.0
                retain: 3
                rates:
                  prefill: 1000.0
                  decode: 50.0
            roles:
              policy: m
            tasks:
              - task: gsm8k
                data: d.jsonl
                offset: 0
                prompt:
                  system: "Solve it."
                  template: "{statement}"
                  shots: 0
            sampling:
              max-output-tokens: 512
            strategies:
              - strategy: best-of-n
                draws: [2, 4]
                verifier: judge
                judge-method: automatic
                judge-draws: 4
            epochs: 1
            concurrency: 8
            problems-in-flight: 32
            retries:
              attempts: 4
              initial-delay-seconds: 0.5
              maximum-delay-seconds: 30

            """
        #expect(try ConfigFixture.load(text).resolvedYAML == expected)
    }

    @Test func `The digest of a fixed config never changes`() throws {
        let text = ConfigFixture.config([
            7: "  - {strategy: cascade, limit: [1, 2], marks: [a], roles: {expert: m}}"
        ])
        let digest = try ConfigFixture.load(text).configDigest
        #expect(
            digest.description == "e04775cbe5ee7b95716e8a5a8edc1bd724d0ccd24dffe931b95c445521bb97c9"
        )
    }

    @Test(
        arguments: [
            ("name: gsm8k-first-look", "name: other"), ("bank: banks/gsm8k.sqlite", "bank: off"),
            ("concurrency: 8", "concurrency: 64"), ("cost-usd: 1.50", "cost-usd: 9"),
            ("epochs: 1", "epochs: 1\nproblems-in-flight: 3\nretries: {attempts: 9}"),
            ("http://127.0.0.1:8091/v1", "http://elsewhere/v1"),
            ("pools/gpt4-cot.jsonl", "d.jsonl"),
            ("draws: 16", "draws: 1.6e1"), ("8000", "8_000"),
        ]
    )
    func `What cannot change a result does not change the digest`(_ old: String, _ new: String)
        throws
    {
        let text = ConfigFixture.example.replacing(old, with: new)
        #expect(text != ConfigFixture.example)
        let digests = try [text, ConfigFixture.example].map {
            try ConfigFixture.load($0).configDigest
        }
        #expect(digests[0] == digests[1])
    }

    @Test(
        arguments: [
            ("seed: 7", "seed: 8"), ("epochs: 1", "epochs: 2"), ("epochs: 1", "pool: 32"),
            ("0.5b", "1b"), ("358e6", "359e6"), ("0.06", "0.07"), ("limit: 100", "limit: 99"),
            ("shots: 4", "shots: 3"), ("temperature: 0.7", "temperature: 0.8"),
            ("temperature: 0.7", "stop: [x]"), ("draws: 16", "draws: 15"), ("8000", "8001"),
            ("verifier: tiny", "verifier: small"), ("[2, 4, 8, 16]", "[4, 2, 8, 16]"),
            ("vocabulary: 151936}", "vocabulary: 151936}, rates: {decode: 51}"),
            ("gsm8k-dev.jsonl", "d.jsonl"), ("4e15", "5e15"),
        ]
    )
    func `What can change a result changes the digest`(_ old: String, _ new: String) throws {
        let text = ConfigFixture.example.replacing(old, with: new)
        #expect(text != ConfigFixture.example)
        let digests = try [text, ConfigFixture.example].map {
            try ConfigFixture.load($0).configDigest
        }
        #expect(digests[0] != digests[1])
    }
}
