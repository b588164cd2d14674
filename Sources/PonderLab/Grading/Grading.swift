import PonderCore
import PonderStatistics
import PonderTasks

/// Samples made elsewhere, graded: accuracy, and the exact pass@k and majority@k of their pools.
///
/// All figures are means over problems. A reply without an answer is not right, never votes, and is
/// counted by its reason. pass@k is an oracle bound: the share of sets of k replies with a right one.
public struct Grading: Hashable, Sendable, Codable {
    /// A number of draws that some problem does not have.
    public struct Unanswerable: Error, Sendable, CustomStringConvertible {
        /// What is wrong and what to do.
        public let description: String
    }

    /// The number of problems that have samples.
    public var problems: Int
    /// The number of problems of the data file that have none, and are left out.
    public var problemsWithoutSamples: Int
    /// The number of samples.
    public var samples: Int
    /// The mean over problems of the share of right samples.
    public var accuracy: Double
    /// The lower end of the 95 % interval of the accuracy, over problems.
    public var accuracyLow: Double
    /// The upper end of the 95 % interval of the accuracy, over problems.
    public var accuracyHigh: Double
    /// The exact expectation that any of k samples is right, by k.
    public var passAtK: [String: Double]
    /// The exact expectation that the commonest answer of k samples is right, by k.
    public var majorityAtK: [String: Double]
    /// The samples by how they ended: `answered`, or the reason why there is no answer.
    public var outcomes: [String: Int]

    private static let standardKs = [
        1, 2, 4, 5, 8, 10, 16, 20, 32, 50, 64, 100, 128, 200, 256, 500, 512, 1000,
    ]
    private static let seed: UInt64 = 0
    private static let replicates = 2000

    /// Grades a file.
    ///
    /// - Parameters:
    ///   - name: the id of the task.
    ///   - path: the file of samples.
    ///   - data: the file of problems; `nil` if the samples carry the task's own fields.
    ///   - ks: the numbers of draws to report; the usual ones that all problems have by default.
    /// - Throws: `TaskError` for an unknown task or a file that cannot be used, and
    ///   ``Unanswerable`` for a number of draws that some problem does not have.
    public init(task name: String, samples path: String, data: String?, ks: [Int]) throws {
        let task = try TaskCatalog.task(named: name)
        let file = try SampleFile(path: path)
        let targets =
            try data.map { try task.load(from: .file($0)) } ?? file.samples(for: task)
        let graded = try file.joined(with: targets).map { GradedProblem($0, task: task) }
        let fewest = graded.map(\.count).min() ?? 0
        if let wrong = ks.first(where: { !(1...max(1, fewest)).contains($0) }) {
            throw Unanswerable(
                description: "--k \(wrong): the problem with the fewest samples has \(fewest); "
                    + "give a number from 1 to \(fewest)"
            )
        }
        problems = graded.count
        problemsWithoutSamples = targets.count - graded.count
        samples = file.records.count
        outcomes = graded.reduce(into: ["answered": 0]) { sum, problem in
            sum.merge(problem.outcomes, uniquingKeysWith: +)
        }
        let rates = graded.map(\.accuracy)
        accuracy = Self.mean(rates)
        (accuracyLow, accuracyHigh) = Self.interval(of: graded)
        passAtK = [:]
        majorityAtK = [:]
        for k in ks.isEmpty ? Self.standardKs.filter({ $0 <= fewest }) : ks {
            passAtK["\(k)"] = Self.mean(graded.map { $0.passAtK(k) })
            majorityAtK["\(k)"] = Self.mean(graded.map { $0.majorityAtK(k) })
        }
    }

    private static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }

    /// Wilson's interval for one sample a problem, else the cluster bootstrap over problems.
    private static func interval(of graded: [GradedProblem]) -> (Double, Double) {
        let interval: ConfidenceInterval?
        if graded.allSatisfy({ $0.count == 1 }) {
            interval = ConfidenceInterval.wilson(
                successes: graded.reduce(0) { $0 + $1.correct },
                trials: graded.count
            )
        } else {
            let matrix = ResampleMatrix(
                problemCount: graded.count,
                replicateCount: replicates,
                seed: seed
            )
            let rates = graded.map { $0.accuracy }
            interval = matrix.bootstrapMean(of: rates)?.bcaInterval()
        }
        return (interval?.low ?? 0, interval?.high ?? 1)
    }
}
