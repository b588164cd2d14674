public import PonderCore

/// A task's checker that accepts even numbers.
public struct EvenAnswerChecker: Verifier {
    /// Creates the checker.
    public init() {}

    /// The name in configs.
    public var id: String { "even" }

    /// The statement only.
    public var needs: VerifierNeeds { VerifierNeeds(usesChecker: true) }

    /// Scores 1 for an even number, else 0.
    public func verify(
        _ candidates: [Candidate],
        of problem: Problem,
        with caller: any ModelCaller
    ) -> [Verdict] {
        candidates.map { candidate in
            guard let value = candidate.answer.flatMap({ Int($0.canonical) }) else {
                return .unreadable
            }
            return .score(value.isMultiple(of: 2) ? 1 : 0)
        }
    }
}
