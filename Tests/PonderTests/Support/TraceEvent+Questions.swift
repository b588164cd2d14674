import Ponder

extension TraceEvent.Kind {
    /// Whether a call came back with this end.
    func isSettled(finish: FinishReason) -> Bool {
        guard case .settled(_, finish, _) = self else { return false }
        return true
    }

    /// Whether the budget refused a call.
    var isRefusal: Bool {
        guard case .refused = self else { return false }
        return true
    }

    /// The output limit of an issued call.
    var issuedLimit: Int? {
        guard case .issued(_, _, _, let limit) = self else { return nil }
        return limit
    }
}
