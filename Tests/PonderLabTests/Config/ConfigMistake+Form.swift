extension ConfigMistake {
    /// Mistakes in the YAML, the models, their prices and roles, and the tasks.
    static let form = yaml + models + prices + roles + tasks

    private static let yaml = [
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
        ConfigMistake(
            1,
            "nmae: t",
            at: "1:1",
            "unknown key 'nmae' in the config; did you mean 'name'?"
        ),
        ConfigMistake(1, "colour: red", at: "1:1", "known: name, seed, bank"),
        ConfigMistake(1, "name:", at: "1:6", "name: give a text, not nothing"),
        ConfigMistake(1, "name: [a]", at: "1:7", "name: give a text, not a list"),
        ConfigMistake(1, "name: a/b", at: "1:7", "name: 'a/b' cannot name a folder"),
    ]

    private static let models = [
        ConfigMistake(
            whole: "tasks: [{task: gsm8k, data: d.jsonl}]\nstrategies: [{strategy: single}]",
            at: "1:1",
            "the key 'models' is missing"
        ),
        ConfigMistake(3, "  []", at: "3:3", "models: a mapping is expected, not a list"),
        ConfigMistake(3, "  {}", at: "3:3", "models: declare at least one model"),
        ConfigMistake(
            3,
            "  m: {model: q}",
            at: "3:3",
            "provider is missing; give one of openai, engine, pool"
        ),
        ConfigMistake(
            3,
            "  m: {provider: opnai}",
            at: "3:17",
            "there is no 'opnai'; did you mean 'openai'?"
        ),
        ConfigMistake(3, "  m: {provider: engine}", at: "3:3", "path is missing; give a text"),
        ConfigMistake(
            3,
            "  m: {provider: engine, path: a, pat: b}",
            at: "3:34",
            "did you mean 'path'?"
        ),
        ConfigMistake(
            3,
            "  m: {provider: openai, base-url: a, model: q, stream: yes}",
            at: "3:56",
            "stream: 'yes' is not true or false"
        ),
        ConfigMistake(
            3,
            "  m: {provider: openai, base-url: a, model: q, timeout: .inf}",
            at: "3:57",
            "timeout: '.inf' is not a number from 1.0 to 3600.0"
        ),
        ConfigMistake(
            3,
            "  m: {provider: openai, base-url: a, model: q, timeout: 0.5}",
            at: "3:57",
            "timeout: 0.5 is not a number from 1.0 to 3600.0"
        ),
        ConfigMistake(
            3,
            "  m: {provider: openai, base-url: a, model: q, retain: 11}",
            at: "3:56",
            "give a whole number from 0 to 10"
        ),
        ConfigMistake(
            3,
            "  m: {provider: openai, base-url: a, model: q, api-key: sk-123}",
            at: "3:57",
            "a secret does not belong in a file; write ${NAME}"
        ),
        ConfigMistake(
            3,
            "  m: {provider: openai, base-url: a, model: q, api-key: '${NO_KEY}'}",
            at: "3:57",
            "the environment variable NO_KEY is not set"
        ),
        ConfigMistake(
            3,
            "  m: {provider: openai, base-url: a, model: q, api-key: '${EMPTY}'}",
            at: "3:57",
            "the environment variable EMPTY is not set"
        ),
        ConfigMistake(
            3,
            "  m: {provider: openai, base-url: a, model: q, api-key: ${LAB_KEY}}",
            at: "3:58",
            "a reference stands in quotes"
        ),
        ConfigMistake(
            3,
            "  m: {provider: openai, base-url: '${URL}', model: q}",
            at: "3:35",
            "${…} is read for secrets only (api-key)"
        ),
        ConfigMistake(
            3,
            "  m: {provider: pool, path: no.jsonl}",
            at: "3:29",
            "there is no file 'lab/no.jsonl'"
        ),
        ConfigMistake(
            3,
            "  m: {provider: engine, path: a, shape: {non-embedding: 1.5, layers: 1, width: 1, vocabulary: 1}}",
            at: "3:57",
            "non-embedding: '1.5' is not a whole number"
        ),
        ConfigMistake(
            3,
            "  m: {provider: engine, path: a, shape: {non-embedding: 1, layers: 1, width: 1}}",
            at: "3:41",
            "shape: vocabulary is missing"
        ),
        ConfigMistake(
            3,
            "  m: {provider: engine, path: a, rates: {prefill: 0}}",
            at: "3:51",
            "prefill: '0' is not a number"
        ),
        ConfigMistake(
            3,
            "  m: {provider: engine, path: a, concurrency: 2000}",
            at: "3:47",
            "concurrency: '2000' is not a whole number from 1 to 1024"
        ),
    ]

    private static let prices = [
        ConfigMistake(
            adding: "prices: {n: {input: 1, output: 1, date: 2026-01-01}}",
            at: "8:10",
            "unknown key 'n' in prices; did you mean 'm'?"
        ),
        ConfigMistake(
            adding: "prices: {m: {input: 0.0000001, output: 1, date: 2026-01-01}}",
            at: "8:21",
            "no finer than a micro-dollar"
        ),
        ConfigMistake(
            adding: "prices: {m: {input: -1, output: 1, date: 2026-01-01}}",
            at: "8:21",
            "input: '-1' is not dollars"
        ),
        ConfigMistake(
            adding: "prices: {m: {input: 1, output: 1, date: 2026-02-29}}",
            at: "8:41",
            "date: '2026-02-29' is not a day of the calendar"
        ),
        ConfigMistake(
            adding: "prices: {m: {input: 1, cached-input: 2, output: 1, date: 2026-01-01}}",
            at: "8:38",
            "cached-input: it is above input"
        ),
        ConfigMistake(
            adding: "prices: {m: {input: 1, output: 1}}",
            at: "8:10",
            "date is missing; give the day as YYYY-MM-DD"
        ),
        ConfigMistake(
            adding: "prices: {m: {input: 1, output: 1, batch: 1.1, date: 2026-01-01}}",
            at: "8:42",
            "batch: '1.1' is not"
        ),
    ]

    private static let roles = [
        ConfigMistake(
            adding: "roles: {policy: n}",
            at: "8:17",
            "there is no 'n'; did you mean 'm'?"
        ),
        ConfigMistake(adding: "roles: {polcy: m}", at: "8:9", "did you mean 'policy'?"),
        ConfigMistake(
            adding: "roles: {policy: []}",
            at: "8:17",
            "policy: the sweep has 0 values; give from 1 to 10000"
        ),
        ConfigMistake(
            adding: "roles: {policy: [m, m]}",
            at: "8:21",
            "this value stands in the sweep twice"
        ),
        ConfigMistake(adding: "roles: m", at: "8:8", "roles: a mapping is expected"),
        ConfigMistake(
            2,
            "models:\n  n: {provider: engine, path: p}",
            at: "8:16",
            "single: no model is its policy; write roles: {policy: …} with one of n, m"
        ),
    ]

    private static let tasks = [
        ConfigMistake(5, "  - {task: gsm9k, data: d.jsonl}", at: "5:12", "did you mean 'gsm8k'?"),
        ConfigMistake(5, "  - {data: d.jsonl}", at: "5:5", "the key 'task' is missing"),
        ConfigMistake(
            5,
            "  - gsm8k",
            at: "5:5",
            "a task: a mapping is expected, not a single value"
        ),
        ConfigMistake(
            5,
            "  {task: gsm8k, data: d.jsonl}",
            at: "5:3",
            "tasks: a list is expected, not a mapping"
        ),
        ConfigMistake(5, "  []", at: "5:3", "tasks: the list is empty"),
        ConfigMistake(5, "  - {task: gsm8k}", at: "5:12", "'gsm8k' needs data"),
        ConfigMistake(
            5,
            "  - {task: gsm8k, data: x.jsonl}",
            at: "5:25",
            "there is no file 'lab/x.jsonl'"
        ),
        ConfigMistake(
            5,
            "  - {task: gsm8k, data: d.jsonl, limit: 0}",
            at: "5:41",
            "limit: '0' is not a whole number from 1"
        ),
        ConfigMistake(
            5,
            "  - {task: gsm8k, data: d.jsonl, count: 5}",
            at: "5:34",
            "count: this key goes with made problems"
        ),
        ConfigMistake(
            5,
            "  - {task: arithmetic, data: d.jsonl}",
            at: "5:24",
            "'arithmetic' makes its problems"
        ),
        ConfigMistake(5, "  - {task: arithmetic}", at: "5:12", "give count, how many"),
        ConfigMistake(
            5,
            "  - {task: arithmetic, count: 5, level: 3}",
            at: "5:41",
            "level: there is no '3'; did you mean '1'?"
        ),
        ConfigMistake(
            5,
            "  - {task: arithmetic, count: 5, limit: 3}",
            at: "5:34",
            "limit: this key goes with data"
        ),
        ConfigMistake(
            5,
            "  - {task: countdown, count: 5, use-all: on}",
            at: "5:42",
            "use-all: 'on' is not true or false"
        ),
        ConfigMistake(
            5,
            "  - {task: gsm8k, data: d.jsonl, prompt: {shots: 9}}",
            at: "5:50",
            "from 0 to 8"
        ),
        ConfigMistake(
            5,
            "  - {task: gsm8k, data: d.jsonl, prompt: {template: solve}}",
            at: "5:53",
            "it must hold {statement}"
        ),
        ConfigMistake(
            5,
            "  - {task: gsm8k, data: d.jsonl, fields: {qestion: q}}",
            at: "5:43",
            "did you mean 'question'?"
        ),
        ConfigMistake(
            5,
            "  - {task: gsm8k, data: d.jsonl}\n  - {task: gsm8k, data: d.jsonl}",
            at: "6:12",
            "this task is the same as the one on line 5"
        ),
    ]
}
