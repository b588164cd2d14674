import Ponder
import PonderCore
import PonderTasks

/// Hashes what can change the results of an experiment.
struct ExperimentDigest {
    let seed: UInt64
    let epochs: Int
    let pool: Int?
    let models: [ModelConfig]
    let tasks: [TaskPlan]
    let rows: [RowPlan]
    let catalog: ConfigCatalog

    /// The digest.
    var value: Digest {
        var bytes = CanonicalBytes(label: "ponder.experiment.v1")
        bytes.write(seed)
        bytes.write(epochs)
        bytes.write(pool) { $0.write($1) }
        let used = Set(rows.flatMap(\.roles.values))
        let models = models.filter { used.contains($0.name) }.sorted { $0.name < $1.name }
        bytes.write(list: models) { Self.write($1, catalog, to: &$0) }
        bytes.write(list: tasks) { Self.write($1, to: &$0) }
        bytes.write(list: rows) { Self.write($1, to: &$0) }
        return bytes.digest
    }

    private static func write(
        _ model: ModelConfig,
        _ catalog: ConfigCatalog,
        to bytes: inout CanonicalBytes
    ) {
        bytes.write(model.name)
        bytes.write(model.provider)
        let spec = catalog.providers.first { $0.id == model.provider }
        let transport = spec?.transportSettings ?? []
        write(model.settings.values.filter { !transport.contains($0.key) }, to: &bytes)
        bytes.write(model.shape) { bytes, shape in
            bytes.write(shape.nonEmbeddingParameters)
            bytes.write(shape.layers)
            bytes.write(shape.width)
            bytes.write(shape.attentionWidth)
            bytes.write(shape.vocabulary)
        }
        bytes.write(model.rates.prefill)
        bytes.write(model.rates.decode)
        bytes.write(model.prices) { bytes, prices in
            bytes.write(Int(prices.input))
            bytes.write(Int(prices.cachedInput))
            bytes.write(Int(prices.output))
            bytes.write(Int(prices.batchPermille))
            bytes.write(prices.date)
        }
    }

    private static func write(_ task: TaskPlan, to bytes: inout CanonicalBytes) {
        bytes.write(task.name)
        bytes.write(task.id)
        bytes.write(task.data?.written) { $0.write($1) }
        bytes.write(task.limit) { $0.write($1) }
        bytes.write(task.offset)
        bytes.write(task.level) { $0.write($1) }
        bytes.write(task.count) { $0.write($1) }
        bytes.write(task.seed) { $0.write($1) }
        let fields = task.fields.names.map { ($0.rawValue, SettingValue.text($1)) }
        write(Dictionary(uniqueKeysWithValues: fields), to: &bytes)
        write(task.settings, to: &bytes)
        bytes.write(task.prompt.digest)
    }

    private static func write(_ row: RowPlan, to bytes: inout CanonicalBytes) {
        bytes.write(row.task)
        let roles = row.roles.map { ($0.rawValue, SettingValue.text($1)) }
        write(Dictionary(uniqueKeysWithValues: roles), to: &bytes)
        bytes.write(row.strategy)
        write(row.settings, to: &bytes)
        write(row.sampling, to: &bytes)
        bytes.write(list: row.stop) { $0.write($1) }
        write(row.perProblem, to: &bytes)
        write(row.perRow, to: &bytes)
        bytes.write(row.estimator.rawValue)
    }

    private static func write(_ sampling: SamplingOptions, to bytes: inout CanonicalBytes) {
        bytes.write(sampling.temperature) { $0.write($1) }
        bytes.write(sampling.topP) { $0.write($1) }
        bytes.write(sampling.topK) { $0.write($1) }
        bytes.write(sampling.minP) { $0.write($1) }
        bytes.write(sampling.maxOutputTokens)
        bytes.write(sampling.effort) { $0.write($1) }
        bytes.write(sampling.maxThinkingTokens) { $0.write($1) }
    }

    private static func write(_ budget: Budget, to bytes: inout CanonicalBytes) {
        bytes.write(list: budget.caps) { bytes, item in
            bytes.write(item.cap.rawValue)
            bytes.write("\(item.value)")
        }
    }

    private static func write(_ settings: [String: SettingValue], to bytes: inout CanonicalBytes) {
        bytes.write(list: settings.sorted { $0.key < $1.key }) { bytes, item in
            bytes.write(item.key)
            switch item.value {
            case .flag(let value): bytes.write(value ? "true" : "false")
            case .integer(let value): bytes.write(value)
            case .number(let value): bytes.write(value)
            case .text(let value): bytes.write(value)
            case .list(let values): bytes.write(list: values) { $0.write($1) }
            }
        }
    }
}
