import PonderCore
import PonderRecord

/// Small runs whose numbers can be worked out by hand.
struct TinyRun {
    var name = "tiny"
    var problems = 2
    var epochs = 1
    var digest = "d1"
    var knowsShape = true
    var knowsPrices = true
    var rows: [RowDescription] = []
    var results: [ResultRecord] = []
    var end: EndRecord?

    var log: RunLog {
        RunLog(
            header: RunHeader(
                name: name,
                ponder: "0.1.0",
                seed: 1,
                epochs: epochs,
                pool: nil,
                config: "name: \(name)\n",
                configDigest: "c0",
                notRepeatable: [],
                models: ["small", "judge"].map { model in
                    ModelDescription(
                        name: model,
                        identity: ModelIdentity(provider: "script", name: model),
                        shape: knowsShape
                            ? ComputeModel(
                                nonEmbeddingParameters: 10,
                                layers: 1,
                                width: 2,
                                vocabulary: 4
                            ) : nil,
                        prices: knowsPrices
                            ? PriceTable(input: 1, output: 2, date: "2026-01-01") : nil,
                        prefillRate: 1000,
                        decodeRate: 10
                    )
                },
                tasks: [
                    TaskDescription(
                        name: "t",
                        source: "t.jsonl",
                        digest: digest,
                        problems: problems,
                        prompt: "{statement}",
                        promptDigest: "p1"
                    )
                ],
                rows: rows
            ),
            results: results,
            end: end
        )
    }

    static func row(
        _ number: Int,
        _ strategy: String,
        draws: Int? = nil,
        verifier: Bool = false,
        estimator: String = "realised",
        perProblem: Budget = .unlimited,
        perRow: Budget = .unlimited
    ) -> RowDescription {
        RowDescription(
            row: number,
            model: "small",
            roles: verifier ? [.verifier: "judge"] : [:],
            task: "t",
            strategy: strategy,
            settings: draws.map { ["draws": .integer($0)] } ?? [:],
            labelKeys: draws == nil ? [] : ["draws"],
            oracleUse: "none",
            estimator: estimator,
            perProblem: perProblem,
            perRow: perRow
        )
    }

    static func result(
        row: Int = 0,
        _ index: Int,
        epoch: Int = 0,
        correct: Int,
        of replays: Int = 1,
        covered: Int? = nil,
        candidates: Int = 1,
        outcome: ResultRecord.Outcome = .answered,
        outcomes: [ResultRecord.Outcome: Int]? = nil,
        charged: [Role: Charge] = [.policy: TinyRun.charge(10)],
        difficulty: String? = nil,
        error: String? = nil,
        peak: Charge? = nil
    ) -> ResultRecord {
        ResultRecord(
            row: row,
            problem: "p\(index)",
            index: index,
            epoch: epoch,
            difficulty: difficulty,
            replays: replays,
            correct: correct,
            covered: covered ?? correct,
            candidates: candidates,
            outcome: outcome,
            stop: .finished,
            answer: "1",
            confidence: 1,
            charged: charged,
            modelledMicroseconds: 500_000 * replays,
            error: error,
            outcomes: outcomes,
            peak: peak
        )
    }

    /// A charge of so many output tokens, and multiples of that in every other unit.
    static func charge(_ output: Int) -> Charge {
        Charge(
            outputTokens: output,
            reasoningTokens: output / 2,
            promptTokens: output * 4,
            distinctPromptTokens: output * 2,
            calls: max(1, output / 10),
            costPicoDollars: Int64(output) * 1_000_000,
            flops: WideInteger(Int128(output) * 100),
            flopsUncached: WideInteger(Int128(output) * 300)
        )
    }
}
