public import Ponder
import PonderTasks

/// Samples made elsewhere that stand in for a model: draw `i` of a problem is its sample `i`.
public struct SamplePool: Sendable {
    /// The model's name in the config.
    let name: String

    /// What keys the draws: the name and the digest of all samples.
    let identity: ModelIdentity

    /// The samples as draws, by the request that asks for them.
    let draws: [DrawKey: [RecordedDraw]]

    /// How many draws every problem has.
    let fewest: Int

    /// Joins a file of samples with the problems that rows ask.
    ///
    /// - Throws: ``TaskError`` for a file that cannot be read, a problem without samples, and a
    ///   sample that is longer than a row's output limit.
    init(
        _ model: ModelConfig,
        path: String,
        rows: [PlannedRow],
        tasks: [PlannedTask]
    ) throws {
        name = model.name
        let file = try SampleFile.read(path)
        identity = ModelIdentity(
            provider: ProviderSpec.poolID,
            name: model.name,
            revision: file.digest.description
        )
        var draws: [DrawKey: [RecordedDraw]] = [:]
        var fewest = Int.max
        for row in rows where row.description.roles[.policy] == model.name {
            for planned in tasks[row.task].problems {
                let samples = file.samples(of: planned.problem.id)
                guard !samples.isEmpty else {
                    throw TaskError(
                        .unknownID,
                        "has no samples of problem '\(planned.problem.id)'",
                        path: path
                    )
                }
                fewest = min(fewest, samples.count)
                let request = ModelRequest(
                    messages: planned.prompt,
                    sampling: row.sampling,
                    stop: row.stop
                )
                draws[DrawKey(model: identity, request: request)] = try samples.map { sample in
                    try Self.draw(sample, for: request, path: path)
                }
            }
        }
        self.draws = draws
        self.fewest = fewest == .max ? 0 : fewest
    }

    /// The model that the pool stands in for.
    func endpoint(shape: ComputeModel?, prices: PriceTable?, rates: ModelRates) -> ModelEndpoint {
        ModelEndpoint(
            SamplePoolModel(identity: identity, fewest: fewest, givesTokens: givesTokens),
            name: name,
            compute: shape,
            prices: prices,
            retries: .never,
            rates: rates
        )
    }

    private var givesTokens: Bool {
        draws.values.allSatisfy { $0.allSatisfy { $0.reply.tokens != nil } }
    }

    /// A sample as a draw; what it used is as the file says, else bounded by its bytes.
    private static func draw(
        _ sample: ModelSample,
        for request: ModelRequest,
        path: String
    ) throws -> RecordedDraw {
        let limit = request.sampling.maxOutputTokens
        let bytes = sample.text.utf8.count
        let output = sample.outputTokens.map { TokenCount.reported($0) } ?? .bounded(min(bytes, limit))
        guard output.value <= limit else {
            throw TaskError(
                .malformedData,
                "a sample has \(output.value) output tokens, above the sampling limit "
                    + "max-output-tokens \(limit); raise the limit",
                path: path,
                line: sample.line
            )
        }
        let bound = SamplePoolModel.promptBound(of: request)
        let prompt = sample.promptTokens.map { TokenCount.reported($0) } ?? .bounded(bound)
        guard prompt.value <= bound else {
            throw TaskError(
                .malformedData,
                "a sample says \(prompt.value) prompt tokens, more than its prompt has bytes",
                path: path,
                line: sample.line
            )
        }
        return RecordedDraw(
            reply: Reply(
                text: sample.text,
                finish: sample.finish,
                usage: Usage(prompt: prompt, output: output),
                tokens: sample.tokens
            ),
            outputLimit: limit,
            topLogProbabilities: sample.tokens.map { tokens in
                tokens.map(\.alternatives.count).min() ?? 0
            }
        )
    }
}
