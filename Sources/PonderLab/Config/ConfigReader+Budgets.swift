import PonderCore

extension ConfigReader {
    /// Reads `per-problem` and `per-row` of a budget.
    func budgets(_ node: ConfigNode?) -> (perProblem: BudgetSweeps, perRow: BudgetSweeps) {
        guard let node, let mapping = mapping(node, "budget", keys: ConfigKeys.budget) else {
            return ([:], [:])
        }
        return (
            mapping["per-problem"].map { caps($0, "per-problem") } ?? [:],
            mapping["per-row"].map { caps($0, "per-row") } ?? [:]
        )
    }

    /// Reads the limit of what an invocation may be billed.
    func spendLimit(_ node: ConfigNode?) -> [BudgetCap: Located<Int128>] {
        let caps = BudgetCap.allCases.filter { $0 != .wallTime }
        guard let node,
            let mapping = mapping(node, "spend-limit", keys: caps.map(\.rawValue))
        else { return [:] }
        var limits: [BudgetCap: Located<Int128>] = [:]
        for cap in caps {
            guard let node = mapping[cap.rawValue], let value = value(node, of: cap) else {
                continue
            }
            limits[cap] = Located(value, node.position)
        }
        return limits
    }

    private func caps(_ node: ConfigNode, _ what: String) -> BudgetSweeps {
        let keys = BudgetCap.allCases.map(\.rawValue)
        guard let mapping = mapping(node, what, keys: keys) else { return [:] }
        var sweeps: BudgetSweeps = [:]
        for cap in BudgetCap.allCases {
            guard let node = mapping[cap.rawValue] else { continue }
            sweeps[cap] = sweep(node, cap.rawValue) { value($0, of: cap) }
        }
        return sweeps
    }

    private func value(_ node: ConfigNode, of cap: BudgetCap) -> Int128? {
        guard let text = text(node, cap.rawValue, cap.expectation) else { return nil }
        guard let value = cap.value(of: text) else {
            complain(
                node.position,
                "\(cap.rawValue): \(Self.quote(text)) is not \(cap.expectation)"
            )
            return nil
        }
        return value
    }
}
