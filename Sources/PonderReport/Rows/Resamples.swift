import PonderCore
import PonderStatistics

/// Hands out one matrix of resamples per task and number of problems, so that all is paired.
struct Resamples {
    private struct Key: Hashable {
        var task: String
        var problems: Int
    }

    /// How many resamples an interval is made from.
    static let replicates = 2000

    private var matrices: [Key: ResampleMatrix] = [:]

    /// Returns the resamples of a task's problems; equal calls give equal resamples.
    mutating func matrix(task: String, problems: Int) -> ResampleMatrix {
        let key = Key(task: task, problems: problems)
        if let matrix = matrices[key] { return matrix }
        let matrix = ResampleMatrix(
            problemCount: problems,
            replicateCount: Self.replicates,
            seed: Self.seed("bootstrap", task: task, problems: problems)
        )
        matrices[key] = matrix
        return matrix
    }

    /// The seed of a random choice about a task: it follows from the task alone.
    static func seed(_ purpose: String, task: String, problems: Int) -> UInt64 {
        Seed(0).child("report", purpose, task, "\(problems)").value
    }
}
