import PonderCore

/// What one call has reserved and been charged while it is being attempted.
struct CallAccount {
    private let call: AdmittedCall
    private let pots: BudgetPots
    private var reserved: Spend

    /// What failed attempts used so far, those of earlier invocations included.
    private(set) var failures: [Usage]

    /// What the attempt is taken to have used that an error cut off; one of the failures.
    private(set) var cutUsage: Usage?

    /// Takes over the reservation of an admitted call.
    init(call: AdmittedCall, pots: BudgetPots) {
        self.call = call
        self.pots = pots
        failures = call.recordedFailures
        reserved = failures.reduce(call.bound) { $0 + call.endpoint.charge($1) }
    }

    /// Counts a failed attempt.
    mutating func fail(_ usage: Usage) { failures.append(usage) }

    /// Counts an attempt that was cut off before it came to an end.
    mutating func cutOff(_ usage: Usage) {
        failures.append(usage)
        cutUsage = usage
    }

    /// Takes over failed attempts that others recorded since the call was admitted, if the budget
    /// has room for them.
    mutating func adopt(_ recorded: [Usage]) -> Bool {
        guard recorded.count > failures.count else { return true }
        let admitted = failures
        failures = recorded
        if makeRoom() { return true }
        failures = admitted
        return false
    }

    /// Makes room for one more attempt beside what failed, if the budget has it.
    mutating func makeRoom() -> Bool {
        let wanted = failures.reduce(call.bound) { $0 + call.endpoint.charge($1) }
        let extra = Spend(
            promptTokens: max(0, wanted.promptTokens - reserved.promptTokens),
            outputTokens: max(0, wanted.outputTokens - reserved.outputTokens),
            calls: max(0, wanted.calls - reserved.calls),
            cost: max(.zero, wanted.cost - reserved.cost),
            flops: max(0, wanted.flops - reserved.flops)
        )
        guard pots.extend(by: extra) else { return false }
        reserved += extra
        return true
    }

    /// Exchanges everything reserved for the charge.
    func close(charge: Spend) { pots.settle(reserved, used: charge) }
}
