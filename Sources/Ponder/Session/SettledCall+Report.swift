import PonderCore

extension SettledCall {
    /// What happened, for diagnostics.
    var report: CallReport {
        var last: ModelError?
        if case .failed(let error) = outcome { last = error }
        return CallReport(
            call: call.number,
            role: call.role,
            address: call.address,
            wasRecorded: wasRecorded,
            finish: outcome?.reply?.finish,
            usage: outcome?.reply?.usage,
            failedAttempts: failures.count,
            error: last ?? error as? ModelError
        )
    }

    /// How the call's end stands in the trace.
    var event: TraceEvent.Kind {
        switch outcome {
        case .reply(let reply):
            return .settled(call: call.number, finish: reply.finish, usage: reply.usage)
        case .failed(let error):
            return .failed(call: call.number, error: error)
        case .refused, nil:
            if let error = error as? ModelError { return .failed(call: call.number, error: error) }
            return .settled(call: call.number, finish: .aborted, usage: cutUsage ?? .none)
        }
    }
}
