import PonderCore
import PonderRecord

/// A small run with every kind of record, for tests.
enum SampleRun {
    static let header = RunHeader(
        name: "sample",
        ponder: "0.1.0",
        seed: UInt64.max,
        epochs: 2,
        pool: 8,
        config: "name: sample\nseed: 7\n",
        configDigest: "c0ffee",
        notRepeatable: [],
        models: [
            ModelDescription(
                name: "small",
                identity: ModelIdentity(provider: "script", name: "small-1"),
                shape: ComputeModel(
                    nonEmbeddingParameters: 1000,
                    layers: 2,
                    width: 8,
                    vocabulary: 32
                ),
                prices: PriceTable(input: 20_000, output: 60_000, date: "2026-11-01"),
                prefillRate: 4000,
                decodeRate: 50
            )
        ],
        tasks: [
            TaskDescription(
                name: "sums",
                source: "sums.jsonl",
                digest: "5eed",
                problems: 3,
                prompt: "Add: {statement}",
                promptDigest: "9a9a"
            )
        ],
        rows: [row(0, "single", [:]), row(1, "self-consistency", ["draws": .integer(4)])]
    )

    static func row(
        _ row: Int,
        _ strategy: String,
        _ settings: [String: SettingValue]
    ) -> RowDescription {
        RowDescription(
            row: row,
            model: "small",
            roles: [:],
            task: "sums",
            strategy: strategy,
            settings: settings,
            labelKeys: settings.keys.sorted(),
            oracleUse: "none",
            estimator: "permutations",
            perProblem: Budget(outputTokens: 800),
            perRow: Budget(flops: Int128(1) << 80)
        )
    }

    static func result(
        row: Int = 0,
        problem: String = "a",
        index: Int = 0,
        epoch: Int = 0,
        answer: String = "42"
    ) -> ResultRecord {
        ResultRecord(
            row: row,
            problem: problem,
            index: index,
            epoch: epoch,
            difficulty: "2",
            replays: 4,
            correct: 2,
            covered: 3,
            candidates: 4,
            outcome: .answered,
            stop: .finished,
            answer: answer,
            confidence: 0.5,
            charged: [
                .policy: Charge(
                    outputTokens: 120,
                    promptTokens: 400,
                    distinctPromptTokens: 100,
                    calls: 4,
                    costPicoDollars: 15_200_000,
                    flops: WideInteger(Int128(1) << 70),
                    flopsUncached: WideInteger(Int128(1) << 71)
                )
            ],
            modelledMicroseconds: 2_500_000,
            error: nil,
            outcomes: [.answered: 3, .failed: 1]
        )
    }

    static let pool = PoolRecord(
        model: "small",
        task: "sums",
        problem: "a",
        index: 0,
        epoch: 0,
        draws: 8,
        correct: 4,
        wrongClasses: [2, 1],
        outcomes: ["answered": 7, "truncated": 1],
        outputTokens: 240
    )

    static let call = CallRecord(
        row: nil,
        problem: "a",
        epoch: 0,
        call: 0,
        role: .policy,
        draw: "0123456789ab#0",
        source: .model,
        finish: .stop,
        usage: Usage(prompt: .reported(100), output: .reported(30)),
        failedAttempts: 1,
        error: nil
    )

    static let trace = TraceRecord(
        row: 0,
        problem: "a",
        epoch: 0,
        events: [
            TraceEvent(
                sequence: 0,
                kind: .issued(call: 0, role: .policy, draw: "0123456789ab#0", outputLimit: 400)
            ),
            TraceEvent(sequence: 1, kind: .stopped(reason: .finished)),
        ]
    )

    static let records: [RunRecord] = [
        .header(header), .pool(pool), .call(call), .trace(trace), .result(result()),
        .result(result(row: 1, answer: "41")), .end(EndRecord(status: .complete)),
    ]
}
