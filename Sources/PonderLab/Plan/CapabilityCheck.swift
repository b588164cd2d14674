import Ponder
import PonderCore
import PonderRecord

/// Finds rows that ask more of a model than it can do, before anything is spent.
struct CapabilityCheck {
    let experiment: Experiment
    let endpoints: [String: ModelEndpoint]

    /// The mistakes of all rows, each at its strategy.
    func mistakes(_ rows: [PlannedRow]) -> [Diagnostic] {
        rows.flatMap { row in
            complaints(row).map { complaint in
                experiment.sources.diagnostic(row: row.description.row, complaint)
            }
        }
    }

    private func complaints(_ row: PlannedRow) -> [String] {
        var complaints: [String] = []
        let needs = row.strategy.needs
        for (role, name) in row.description.roles.sorted(by: { $0.key < $1.key }) {
            guard let capabilities = endpoints[name]?.model.capabilities else { continue }
            if let asked = needs.logProbabilities[role] {
                complaints += complaint(about: capabilities, asked: asked, role: role, name)
            }
            guard role == .policy else {
                if capabilities.availableDraws != nil {
                    complaints.append(
                        "model \(name) is a table of samples and cannot be the \(role)"
                    )
                }
                continue
            }
            complaints += complaint(about: capabilities, sampling: row.sampling, name)
            if let available = capabilities.availableDraws {
                let wanted = max(needs.draws ?? .max, row.usesPool ? experiment.pool ?? 0 : 0)
                if wanted > available {
                    let amount = wanted == .max ? "any number of" : "\(wanted)"
                    complaints.append(
                        "\(row.description.strategy) needs \(amount) draws, and the table "
                            + "\(name) has \(available) for some problem"
                    )
                }
                if experiment.epochs > 1 {
                    complaints.append("the table \(name) has draws for one epoch only")
                }
            }
        }
        return complaints
    }

    private func complaint(
        about capabilities: ModelCapabilities,
        asked: Int,
        role: Role,
        _ name: String
    ) -> [String] {
        guard let most = capabilities.topLogProbabilities else {
            return ["the \(role) must give log-probabilities, and model \(name) does not"]
        }
        guard asked > most else { return [] }
        return [
            "the \(role) must give \(asked) alternatives per token, and model \(name) gives \(most)"
        ]
    }

    private func complaint(
        about capabilities: ModelCapabilities,
        sampling: SamplingOptions,
        _ name: String
    ) -> [String] {
        guard capabilities.availableDraws == nil else { return [] }
        let given: [(SamplingParameter, Bool)] = [
            (.temperature, sampling.temperature != nil),
            (.topP, sampling.topP != nil),
            (.topK, sampling.topK != nil),
            (.minP, sampling.minP != nil),
            (.effort, sampling.effort != nil),
        ]
        return given.compactMap { parameter, isGiven in
            guard isGiven, !capabilities.samplingParameters.contains(parameter) else { return nil }
            return "model \(name) does not take \(parameter.rawValue)"
        }
    }
}
