import PonderLab
import Testing

struct ConfigMistakeTests {
    @Test(arguments: yaml + models + prices + roles + tasks)
    func `Each mistake of form is reported once, where it is`(_ mistake: ConfigMistake) throws {
        try expectOnly(mistake)
    }

    @Test(arguments: run + budgets + sampling + strategies + semantics)
    func `Each mistake of sense is reported once, where it is`(_ mistake: ConfigMistake) throws {
        try expectOnly(mistake)
    }

    private func expectOnly(_ mistake: ConfigMistake) throws {
        let found = ConfigFixture.mistakes(mistake.text)
        let first = try #require(found.first)
        #expect(found.count == 1, "\(found)")
        #expect(first.position?.description == mistake.place)
        #expect(first.message.contains(mistake.message), "\(first.message)")
        #expect(first.path == "lab/config.yaml")
    }

    static let yaml = [
        ConfigMistake(whole: "", at: "1:1", "the config is empty"),
        ConfigMistake(whole: "# nothing\n", at: "1:1", "the config is empty"),
        ConfigMistake(whole: "---\n", at: "2:1", "the config is empty"),
        ConfigMistake(whole: "- a\n- b\n", at: "1:1", "a mapping is expected, not a list"),
        ConfigMistake(whole: "hello", at: "1:1", "a mapping is expected, not a single value"),
        ConfigMistake(1, "name: [t", at: "2:7", "this is not YAML"),
        ConfigMistake(2, "models:\n\tm: {}", at: "3:1", "a tab stands here; indent with spaces"),
        ConfigMistake(1, "name: @t", at: "1:7", "put it in quotes"),
        ConfigMistake(1, "name: *t", at: "1:7", "undefined alias"),
        ConfigMistake(1, "name: &a t", at: "1:7", "anchors and aliases are not read"),
        ConfigMistake(1, "name: !!int 3", at: "1:7", "tags are not read"),
        ConfigMistake(1, "name: t\nname: u", at: "2:1", "'name' is written twice, first on line 1"),
        ConfigMistake(1, "name: t\n'name': u", at: "2:1", "'name' is written twice"),
        ConfigMistake(7, "  - {strategy: single, strategy: single}", at: "7:24", "written twice"),
        ConfigMistake(1, "name: t\n[a, b]: u", at: "2:1", "a key must be a name, not a list"),
        ConfigMistake(1, "name: t\u{7}", at: "1:8", "the character U+7 cannot stand in a config"),
        ConfigMistake(adding: "---\nname: u", at: "8:1", "a second YAML document begins here"),
        ConfigMistake(1, "nmae: t", at: "1:1", "unknown key 'nmae' in the config; did you mean 'name'?"),
        ConfigMistake(1, "colour: red", at: "1:1", "known: name, seed, bank"),
        ConfigMistake(1, "name:", at: "1:6", "name: give a text, not nothing"),
        ConfigMistake(1, "name: [a]", at: "1:7", "name: give a text, not a list"),
        ConfigMistake(1, "name: a/b", at: "1:7", "name: 'a/b' cannot name a folder"),
    ]

    static let models = [
        ConfigMistake(whole: "tasks: [{task: gsm8k, data: d.jsonl}]\nstrategies: [{strategy: single}]",
            at: "1:1", "the key 'models' is missing"),
        ConfigMistake(3, "  []", at: "3:3", "models: a mapping is expected, not a list"),
        ConfigMistake(3, "  {}", at: "3:3", "models: declare at least one model"),
        ConfigMistake(3, "  m: {model: q}", at: "3:3", "provider is missing; give one of openai, engine, pool"),
        ConfigMistake(3, "  m: {provider: opnai}", at: "3:17", "there is no 'opnai'; did you mean 'openai'?"),
        ConfigMistake(3, "  m: {provider: engine}", at: "3:3", "path is missing; give a text"),
        ConfigMistake(3, "  m: {provider: engine, path: a, pat: b}", at: "3:34", "did you mean 'path'?"),
        ConfigMistake(3, "  m: {provider: openai, base-url: a, model: q, stream: yes}", at: "3:56",
            "stream: 'yes' is not true or false"),
        ConfigMistake(3, "  m: {provider: openai, base-url: a, model: q, timeout: .inf}", at: "3:57",
            "timeout: '.inf' is not a number from 1.0 to 3600.0"),
        ConfigMistake(3, "  m: {provider: openai, base-url: a, model: q, timeout: 0.5}", at: "3:57",
            "timeout: 0.5 is not a number from 1.0 to 3600.0"),
        ConfigMistake(3, "  m: {provider: openai, base-url: a, model: q, retain: 11}", at: "3:56",
            "give a whole number from 0 to 10"),
        ConfigMistake(3, "  m: {provider: openai, base-url: a, model: q, api-key: sk-123}", at: "3:57",
            "a secret does not belong in a file; write ${NAME}"),
        ConfigMistake(3, "  m: {provider: openai, base-url: a, model: q, api-key: '${NO_KEY}'}", at: "3:57",
            "the environment variable NO_KEY is not set"),
        ConfigMistake(3, "  m: {provider: openai, base-url: a, model: q, api-key: '${EMPTY}'}", at: "3:57",
            "the environment variable EMPTY is not set"),
        ConfigMistake(3, "  m: {provider: openai, base-url: a, model: q, api-key: ${LAB_KEY}}", at: "3:68",
            "a reference stands in quotes"),
        ConfigMistake(3, "  m: {provider: openai, base-url: '${URL}', model: q}", at: "3:35",
            "${…} is read for secrets only (api-key)"),
        ConfigMistake(3, "  m: {provider: pool, path: no.jsonl}", at: "3:29", "there is no file 'lab/no.jsonl'"),
        ConfigMistake(3, "  m: {provider: engine, path: a, shape: {non-embedding: 1.5, layers: 1, width: 1, vocabulary: 1}}",
            at: "3:57", "non-embedding: '1.5' is not a whole number"),
        ConfigMistake(3, "  m: {provider: engine, path: a, shape: {non-embedding: 1, layers: 1, width: 1}}",
            at: "3:41", "shape: vocabulary is missing"),
        ConfigMistake(3, "  m: {provider: engine, path: a, rates: {prefill: 0}}", at: "3:51", "prefill: '0' is not a number"),
        ConfigMistake(3, "  m: {provider: engine, path: a, concurrency: 2000}", at: "3:47",
            "concurrency: '2000' is not a whole number from 1 to 1024"),
    ]

    static let prices = [
        ConfigMistake(adding: "prices: {n: {input: 1, output: 1, date: 2026-01-01}}", at: "8:10",
            "unknown key 'n' in prices; did you mean 'm'?"),
        ConfigMistake(adding: "prices: {m: {input: 0.0000001, output: 1, date: 2026-01-01}}", at: "8:21",
            "no finer than a micro-dollar"),
        ConfigMistake(adding: "prices: {m: {input: -1, output: 1, date: 2026-01-01}}", at: "8:21", "input: '-1' is not dollars"),
        ConfigMistake(adding: "prices: {m: {input: 1, output: 1, date: 2026-02-29}}", at: "8:41",
            "date: '2026-02-29' is not a day of the calendar"),
        ConfigMistake(adding: "prices: {m: {input: 1, output: 1}}", at: "8:10", "date is missing; give the day as YYYY-MM-DD"),
        ConfigMistake(adding: "prices: {m: {input: 1, output: 1, batch: 1.1, date: 2026-01-01}}", at: "8:42", "batch: '1.1' is not"),
    ]

    static let roles = [
        ConfigMistake(adding: "roles: {policy: n}", at: "8:17", "there is no 'n'; did you mean 'm'?"),
        ConfigMistake(adding: "roles: {polcy: m}", at: "8:9", "did you mean 'policy'?"),
        ConfigMistake(adding: "roles: {policy: []}", at: "8:17", "policy: the sweep is empty"),
        ConfigMistake(adding: "roles: {policy: [m, m]}", at: "8:21", "this value stands in the sweep twice"),
        ConfigMistake(adding: "roles: m", at: "8:8", "roles: a mapping is expected"),
        ConfigMistake(2, "models:\n  n: {provider: engine, path: p}", at: "8:16",
            "single: no model is its policy; write roles: {policy: …} with one of n, m"),
    ]

    static let tasks = [
        ConfigMistake(5, "  - {task: gsm9k, data: d.jsonl}", at: "5:12", "did you mean 'gsm8k'?"),
        ConfigMistake(5, "  - {data: d.jsonl}", at: "5:5", "the key 'task' is missing"),
        ConfigMistake(5, "  - gsm8k", at: "5:5", "a task: a mapping is expected, not a single value"),
        ConfigMistake(5, "  {task: gsm8k, data: d.jsonl}", at: "5:3", "tasks: a list is expected, not a mapping"),
        ConfigMistake(5, "  []", at: "5:3", "tasks: the list is empty"),
        ConfigMistake(5, "  - {task: gsm8k}", at: "5:12", "'gsm8k' needs data"),
        ConfigMistake(5, "  - {task: gsm8k, data: x.jsonl}", at: "5:25", "there is no file 'lab/x.jsonl'"),
        ConfigMistake(5, "  - {task: gsm8k, data: d.jsonl, limit: 0}", at: "5:41", "limit: '0' is not a whole number from 1"),
        ConfigMistake(5, "  - {task: gsm8k, data: d.jsonl, count: 5}", at: "5:34", "count: this key goes with made problems"),
        ConfigMistake(5, "  - {task: arithmetic, data: d.jsonl}", at: "5:24", "'arithmetic' makes its problems"),
        ConfigMistake(5, "  - {task: arithmetic}", at: "5:12", "give count, how many"),
        ConfigMistake(5, "  - {task: arithmetic, count: 5, level: 3}", at: "5:41", "level: there is no '3'; did you mean '1'?"),
        ConfigMistake(5, "  - {task: arithmetic, count: 5, limit: 3}", at: "5:34", "limit: this key goes with data"),
        ConfigMistake(5, "  - {task: countdown, count: 5, use-all: on}", at: "5:42", "use-all: 'on' is not true or false"),
        ConfigMistake(5, "  - {task: gsm8k, data: d.jsonl, prompt: {shots: 9}}", at: "5:50", "from 0 to 8"),
        ConfigMistake(5, "  - {task: gsm8k, data: d.jsonl, prompt: {template: solve}}", at: "5:53", "it must hold {statement}"),
        ConfigMistake(5, "  - {task: gsm8k, data: d.jsonl, fields: {qestion: q}}", at: "5:43", "did you mean 'question'?"),
        ConfigMistake(5, "  - {task: gsm8k, data: d.jsonl}\n  - {task: gsm8k, data: d.jsonl}", at: "6:12",
            "this task is the same as the one on line 5"),
    ]

    static let run = [
        ConfigMistake(adding: "seed: -1", at: "8:7", "seed: '-1' is not a whole number from 0 to 18446744073709551615"),
        ConfigMistake(adding: "seed: 18446744073709551616", at: "8:7", "is not a whole number"),
        ConfigMistake(adding: "pool: 1", at: "8:7", "pool: '1' is not a whole number from 2"),
        ConfigMistake(adding: "epochs: 1.5", at: "8:9", "epochs: '1.5' is not a whole number"),
        ConfigMistake(adding: "epochs: [1, 2]", at: "8:9", "epochs: give a whole number from 1 to 1000, not a list"),
        ConfigMistake(adding: "concurrency: 0", at: "8:14", "concurrency: '0' is not"),
        ConfigMistake(adding: "problems-in-flight: many", at: "8:21", "problems-in-flight: 'many' is not"),
        ConfigMistake(adding: "retries: {attempts: 0}", at: "8:21", "attempts: '0' is not"),
        ConfigMistake(adding: "retries: {initial-delay-seconds: 40}", at: "8:10", "maximum-delay-seconds is below"),
        ConfigMistake(adding: "retries: {initial-delay-seconds: 1e-12}", at: "8:34", "is not a number of seconds"),
        ConfigMistake(adding: "bank: {}", at: "8:7", "bank: give a path or off, not a mapping"),
    ]

    static let budgets = [
        ConfigMistake(adding: "budget: {output-tokens: 5}", at: "8:10", "known: per-problem, per-row"),
        ConfigMistake(adding: "budget: {per-problem: {output-tokens: 0}}", at: "8:39", "is not a whole number of tokens from 1"),
        ConfigMistake(adding: "budget: {per-problem: {wall-time: 5d}}", at: "8:35", "a time above 0 such as 90s, 5m or 2h"),
        ConfigMistake(adding: "budget: {per-row: {flops: 1e9}}", at: "8:27", "the shape of the model 'm' is not known"),
        ConfigMistake(adding: "budget: {per-row: {cost-usd: 1}}", at: "8:30", "the prices of the model 'm' are not known"),
        ConfigMistake(adding: "spend-limit: {wall-time: 5m}", at: "8:15", "unknown key 'wall-time' in spend-limit"),
        ConfigMistake(adding: "spend-limit: {cost-usd: 1}", at: "8:25", "the prices of the model 'm' are not known"),
        ConfigMistake(adding: "spend-limit: {calls: 1e99}", at: "8:22", "is not a whole number of calls"),
    ]

    static let sampling = [
        ConfigMistake(adding: "sampling: {temprature: 1}", at: "8:12", "did you mean 'temperature'?"),
        ConfigMistake(adding: "sampling: {temperature: warm}", at: "8:25", "temperature: 'warm' is not a number"),
        ConfigMistake(adding: "sampling: {temperature: -1}", at: "8:25", "-1.0 is not a number"),
        ConfigMistake(adding: "sampling: {top-p: 0}", at: "8:19", "a number above 0.0"),
        ConfigMistake(adding: "sampling: {top-k: 0x10}", at: "8:19", "top-k: '0x10' is not a whole number"),
        ConfigMistake(adding: "sampling: {stop: \"x\"}", at: "8:18", "stop: give a list of texts, not a single value"),
        ConfigMistake(adding: "sampling: {stop: [[a], b]}", at: "8:24", "stop: give a list of texts, not a single value"),
        ConfigMistake(adding: "sampling: {temperature: [0.5, 5e-1]}", at: "8:31", "stands in the sweep twice"),
    ]

    static let strategies = [
        ConfigMistake(7, "  - {strategy: sngle}", at: "7:16", "did you mean 'single'?"),
        ConfigMistake(7, "  - {draws: 4}", at: "7:5", "the key 'strategy' is missing"),
        ConfigMistake(7, "  - {strategy: [single, cascade]}", at: "7:16", "strategy: give a name, not a list"),
        ConfigMistake(7, "  - {strategy: single, draws: 4}", at: "7:24", "unknown key 'draws' in strategy 'single'"),
        ConfigMistake(7, "  - {strategy: self-consistency, draws: 0}", at: "7:41", "give a whole number from 1 to 100000"),
        ConfigMistake(7, "  - {strategy: self-consistency, draws: [2, x]}", at: "7:45", "draws: 'x' is not a whole number"),
        ConfigMistake(7, "  - {strategy: self-consistency, draws: [4, 4]}", at: "7:45", "stands in the sweep twice"),
        ConfigMistake(7, "  - {strategy: best-of-n, verifier: jugde}", at: "7:37", "did you mean 'judge'?"),
        ConfigMistake(7, "  - {strategy: best-of-n, verifier: self-certainty, judge-draws: 2}", at: "7:66",
            "this belongs to the verifier judge, which best-of-n does not use here"),
        ConfigMistake(7, "  - {strategy: cascade, roles: {expert: m}}", at: "7:16", "limit is missing; give a whole number"),
        ConfigMistake(7, "  - {strategy: single}\n  - {strategy: single}", at: "8:16", "this repeats a row of the strategy on line 7"),
        ConfigMistake(7, "  - single", at: "7:5", "a strategy: a mapping is expected"),
    ]

    static let semantics = [
        ConfigMistake(7, "  - {strategy: self-consistency, draws: 4, sampling: {temperature: 0}}", at: "7:68",
            "self-consistency compares 4 draws, which temperature 0 makes equal"),
        ConfigMistake(7, "  - {strategy: best-of-n, verifier: checker}", at: "7:37", "the task 'gsm8k' has no checker"),
        ConfigMistake(7, "  - {strategy: cascade, limit: 2}", at: "7:16", "it uses the role expert; write roles: {expert: …}"),
        ConfigMistake(7, "  - {strategy: self-consistency, draws: [2, 6]}\npool: 10", at: "7:45",
            "give at most 5, or a pool of at least 12"),
        ConfigMistake(whole: ConfigFixture.config([
            3: "  m: {provider: engine, path: p}\n  n: {provider: pool, path: d.jsonl}",
            7: "  - {strategy: best-of-n, roles: {policy: m, verifier: n}}",
        ]), at: "8:54", "the pool 'n' has samples of the policy only and cannot be its verifier"),
        ConfigMistake(whole: ConfigFixture.config([
            3: "  m: {provider: pool, path: d.jsonl}",
            7: "  - {strategy: best-of-n}",
        ]), at: "7:16", "the pool 'm' has samples of the policy only and cannot be its verifier"),
        ConfigMistake(7, "  - {strategy: self-consistency, draws: 2, sampling: {max-output-tokens: 5}, width: 0}",
            at: "7:85", "width: 0 is outside"),
        ConfigMistake(7, "  - {strategy: cascade, limit: [1,2,3,4,5,6,7,8,9], marks: [[a],[b],[c],[d]], roles: {expert: m}, "
            + "sampling: {top-k: [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17], temperature: [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]}}",
            at: "7:16", "more than 10000 rows"),
    ]
}
