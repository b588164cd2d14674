import Ponder
import PonderRecord
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
    /// - Throws: `TaskError` for a file that cannot be read, a problem without samples, and a
    ///   sample that is longer than a row's output limit.
    init(
        _ model: ModelConfig,
        path: String,
        rows: [PlannedRow],
        tasks: [PlannedTask]
    ) throws {
        name = model.name
        let file = try SampleFile(path: path)
        let groups = Dictionary(grouping: file.records, by: \.id)
        identity = ModelIdentity(
            provider: ProviderSpec.poolID,
            name: model.name,
            revision: Self.digest(of: file).description
        )
        var draws: [DrawKey: [RecordedDraw]] = [:]
        var fewest = Int.max
        for row in rows where row.description.roles[.policy] == model.name {
            for planned in tasks[row.task].problems {
                guard let group = groups[planned.problem.id] else {
                    throw TaskError(
                        .unknownID,
                        "has no samples of problem '\(planned.problem.id)'",
                        path: path
                    )
                }
                let samples = group.sorted { $0.sample < $1.sample }
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

    /// The digest of everything in a file that a draw is made of.
    private static func digest(of file: SampleFile) -> Digest {
        var bytes = CanonicalBytes(label: "ponder.pool.v1")
        bytes.write(list: file.records) { bytes, record in
            bytes.write(record.id)
            bytes.write(record.sample)
            bytes.write(record.text)
            bytes.write(record.finish.rawValue)
            bytes.write(record.outputTokens) { $0.write($1) }
            bytes.write(record.usage?.prompt.value) { $0.write($1) }
            bytes.write(record.tokens) { bytes, tokens in
                bytes.write(list: tokens) { bytes, token in
                    bytes.write(token.text)
                    bytes.write(token.logProbability)
                    bytes.write(list: token.alternatives) { bytes, alternative in
                        bytes.write(alternative.text)
                        bytes.write(alternative.logProbability)
                    }
                }
            }
        }
        return bytes.digest
    }

    /// A sample as a draw; what it used is as the file says, else bounded by its bytes.
    private static func draw(
        _ sample: SampleRecord,
        for request: ModelRequest,
        path: String
    ) throws -> RecordedDraw {
        let limit = request.sampling.maxOutputTokens
        let output: TokenCount =
            sample.outputTokens.map { .reported($0) }
            ?? .bounded(min(sample.text.utf8.count, limit))
        guard output.value <= limit else {
            throw TaskError(
                .malformedData,
                "a sample has \(output.value) output tokens, above the sampling limit "
                    + "max-output-tokens \(limit); raise the limit",
                path: path,
                line: sample.record.line
            )
        }
        let bound = SamplePoolModel.promptBound(of: request)
        let said = sample.usage?.prompt
        let prompt = said.flatMap { $0.source == .bounded ? nil : $0 } ?? .bounded(bound)
        guard prompt.value <= bound else {
            throw TaskError(
                .malformedData,
                "a sample says \(prompt.value) prompt tokens, more than its prompt has bytes",
                path: path,
                line: sample.record.line
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
