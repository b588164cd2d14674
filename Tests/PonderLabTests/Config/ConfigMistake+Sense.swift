extension ConfigMistake {
    /// Mistakes in what the run, its strategies and their budgets are to be.
    static let sense = run + budgets + sampling + strategies + semantics

    private static let run = [
        ConfigMistake(
            adding: "seed: -1",
            at: "8:7",
            "seed: '-1' is not a whole number from 0 to 18446744073709551615"
        ),
        ConfigMistake(adding: "seed: 18446744073709551616", at: "8:7", "is not a whole number"),
        ConfigMistake(adding: "pool: 1", at: "8:7", "pool: '1' is not a whole number from 2"),
        ConfigMistake(adding: "epochs: 1.5", at: "8:9", "epochs: '1.5' is not a whole number"),
        ConfigMistake(
            adding: "epochs: [1, 2]",
            at: "8:9",
            "epochs: give a whole number from 1 to 1000, not a list"
        ),
        ConfigMistake(adding: "concurrency: 0", at: "8:14", "concurrency: '0' is not"),
        ConfigMistake(
            adding: "problems-in-flight: many",
            at: "8:21",
            "problems-in-flight: 'many' is not"
        ),
        ConfigMistake(adding: "retries: {attempts: 0}", at: "8:21", "attempts: '0' is not"),
        ConfigMistake(
            adding: "retries: {initial-delay-seconds: 40}",
            at: "8:10",
            "maximum-delay-seconds is below"
        ),
        ConfigMistake(
            adding: "retries: {initial-delay-seconds: 1e-12}",
            at: "8:34",
            "is not a number of seconds"
        ),
        ConfigMistake(adding: "bank: {}", at: "8:7", "bank: give a path or off, not a mapping"),
    ]

    private static let budgets = [
        ConfigMistake(
            adding: "budget: {output-tokens: 5}",
            at: "8:10",
            "known: per-problem, per-row"
        ),
        ConfigMistake(
            adding: "budget: {per-problem: {output-tokens: 0}}",
            at: "8:39",
            "is not a whole number of tokens from 1"
        ),
        ConfigMistake(
            adding: "budget: {per-problem: {wall-time: 5d}}",
            at: "8:35",
            "a time above 0 such as 90s, 5m or 2h"
        ),
        ConfigMistake(
            adding: "budget: {per-row: {flops: 1e9}}",
            at: "8:27",
            "the shape of the model 'm' is not known"
        ),
        ConfigMistake(
            adding: "budget: {per-row: {cost-usd: 1}}",
            at: "8:30",
            "the prices of the model 'm' are not known"
        ),
        ConfigMistake(
            adding: "spend-limit: {wall-time: 5m}",
            at: "8:15",
            "unknown key 'wall-time' in spend-limit"
        ),
        ConfigMistake(
            adding: "spend-limit: {cost-usd: 1}",
            at: "8:25",
            "the prices of the model 'm' are not known"
        ),
        ConfigMistake(
            3,
            "  m: {provider: pool, path: d.jsonl}\nbudget: {per-problem: {cost-usd: 1}}",
            at: "4:34",
            "the prices of the model 'm' are not known"
        ),
        ConfigMistake(
            adding: "spend-limit: {calls: 1e99}",
            at: "8:22",
            "is not a whole number of calls"
        ),
    ]

    private static let sampling = [
        ConfigMistake(
            adding: "sampling: {temprature: 1}",
            at: "8:12",
            "did you mean 'temperature'?"
        ),
        ConfigMistake(
            adding: "sampling: {temperature: warm}",
            at: "8:25",
            "temperature: 'warm' is not a number"
        ),
        ConfigMistake(adding: "sampling: {temperature: -1}", at: "8:25", "-1.0 is not a number"),
        ConfigMistake(adding: "sampling: {top-p: 0}", at: "8:19", "a number above 0.0"),
        ConfigMistake(
            adding: "sampling: {top-k: 0x10}",
            at: "8:19",
            "top-k: '0x10' is not a whole number"
        ),
        ConfigMistake(
            adding: "sampling: {stop: \"x\"}",
            at: "8:18",
            "stop: give a list of texts, not a single value"
        ),
        ConfigMistake(
            adding: "sampling: {stop: [[a], b]}",
            at: "8:24",
            "stop: give a list of texts, not a single value"
        ),
        ConfigMistake(
            adding: "sampling: {temperature: [0.5, 5e-1]}",
            at: "8:31",
            "stands in the sweep twice"
        ),
    ]

    private static let strategies = [
        ConfigMistake(7, "  - {strategy: sngle}", at: "7:16", "did you mean 'single'?"),
        ConfigMistake(7, "  - {draws: 4}", at: "7:5", "the key 'strategy' is missing"),
        ConfigMistake(
            7,
            "  - {strategy: [single, cascade]}",
            at: "7:16",
            "strategy: give a name, not a list"
        ),
        ConfigMistake(
            7,
            "  - {strategy: single, draws: 4}",
            at: "7:24",
            "unknown key 'draws' in strategy 'single'"
        ),
        ConfigMistake(
            7,
            "  - {strategy: self-consistency, draws: 0}",
            at: "7:41",
            "give a whole number from 1 to 100000"
        ),
        ConfigMistake(
            7,
            "  - {strategy: self-consistency, draws: [2, x]}",
            at: "7:45",
            "draws: 'x' is not a whole number"
        ),
        ConfigMistake(
            7,
            "  - {strategy: self-consistency, draws: [4, 4]}",
            at: "7:45",
            "stands in the sweep twice"
        ),
        ConfigMistake(
            7,
            "  - {strategy: best-of-n, verifier: jugde}",
            at: "7:37",
            "did you mean 'judge'?"
        ),
        ConfigMistake(
            7,
            "  - {strategy: best-of-n, verifier: self-certainty, judge-draws: 2}",
            at: "7:66",
            "this belongs to the verifier judge, which best-of-n does not use here"
        ),
        ConfigMistake(
            7,
            "  - {strategy: cascade, roles: {expert: m}}",
            at: "7:16",
            "limit is missing; give a whole number"
        ),
        ConfigMistake(
            7,
            "  - {strategy: single}\n  - {strategy: single}",
            at: "8:16",
            "this repeats a row of the strategy on line 7"
        ),
        ConfigMistake(7, "  - single", at: "7:5", "a strategy: a mapping is expected"),
    ]

    private static let semantics = [
        ConfigMistake(
            7,
            "  - {strategy: self-consistency, draws: 4, sampling: {temperature: 0}}",
            at: "7:68",
            "self-consistency compares 4 draws, which temperature 0 makes equal"
        ),
        ConfigMistake(
            7,
            "  - {strategy: best-of-n, verifier: checker}",
            at: "7:37",
            "the task 'gsm8k' has no checker"
        ),
        ConfigMistake(
            7,
            "  - {strategy: cascade, limit: 2}",
            at: "7:16",
            "it uses the role expert; write roles: {expert: …}"
        ),
        ConfigMistake(
            7,
            "  - {strategy: self-consistency, draws: [2, 6]}\npool: 10",
            at: "7:45",
            "give at most 5, or a pool of at least 12"
        ),
        ConfigMistake(
            whole: ConfigFixture.config([
                3: "  m: {provider: engine, path: p}\n  n: {provider: pool, path: d.jsonl}",
                7: "  - {strategy: best-of-n, roles: {policy: m, verifier: n}}",
            ]),
            at: "8:56",
            "the pool 'n' has samples of the policy only and cannot be its verifier"
        ),
        ConfigMistake(
            whole: ConfigFixture.config([
                3: "  m: {provider: pool, path: d.jsonl}",
                7: "  - {strategy: best-of-n}",
            ]),
            at: "7:16",
            "the pool 'm' has samples of the policy only and cannot be its verifier"
        ),
        ConfigMistake(
            7,
            "  - {strategy: self-consistency, draws: 2, sampling: {max-output-tokens: 5}, width: 0}",
            at: "7:85",
            "width: 0 is outside"
        ),
        ConfigMistake(
            7,
            "  - {strategy: cascade, limit: [1,2,3,4,5,6,7,8,9], marks: [[a],[b],[c],[d]], roles: {expert: m}, "
                + "sampling: {top-k: [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17], temperature: [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]}}",
            at: "7:16",
            "more than 10000 rows"
        ),
    ]
}
