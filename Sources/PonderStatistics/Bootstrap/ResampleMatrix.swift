/// Holds one set of bootstrap resamples of the problems, shared by all strategies and metrics.
///
/// A row lists `problemCount` problem indices drawn with replacement. Drawing problems, and keeping
/// all samples and all strategies of a drawn problem together, is the cluster bootstrap. Because
/// every metric reads the same rows, comparisons are paired by construction: two strategies with
/// equal results differ by exactly 0 in every row.
///
/// Rows are drawn one after another from ``ResamplingGenerator``, so equal seeds give equal
/// matrices, and a matrix with more rows begins with those of a smaller one.
///
/// **Source**: Efron and Tibshirani, *An Introduction to the Bootstrap*, 1993, chapter 6.
public struct ResampleMatrix: Sendable, Equatable {
    /// The number of problems resampled; may be 0, and then every statistic is undefined.
    public let problemCount: Int
    /// The number of resamples.
    public let replicateCount: Int
    /// The seed that determines every row.
    public let seed: UInt64

    /// The rows end to end, `[replicate, position]` in row-major order.
    private let indices: [UInt32]

    /// Draws the resamples.
    ///
    /// - Parameters:
    ///   - problemCount: problems, in `0...UInt32.max`.
    ///   - replicateCount: resamples, at least 1; 2,000 to 10,000 are usual.
    ///   - seed: determines every row.
    /// - Complexity: O(problemCount × replicateCount) time, and four bytes an entry.
    public init(problemCount: Int, replicateCount: Int = 2000, seed: UInt64) {
        precondition(
            problemCount >= 0 && problemCount <= Int(UInt32.max),
            "The number of problems is in 0...UInt32.max, got \(problemCount)"
        )
        precondition(replicateCount >= 1, "A bootstrap needs a replicate, got \(replicateCount)")
        self.problemCount = problemCount
        self.replicateCount = replicateCount
        self.seed = seed
        var generator = ResamplingGenerator(seed: seed)
        var indices: [UInt32] = []
        indices.reserveCapacity(problemCount * replicateCount)
        for _ in 0..<(problemCount * replicateCount) {
            indices.append(UInt32(generator.integer(below: problemCount)))
        }
        self.indices = indices
    }

    /// Returns the problems drawn in one resample, in drawing order.
    ///
    /// - Precondition: `replicate` is in `0..<replicateCount`.
    /// - Complexity: O(problemCount).
    public func row(_ replicate: Int) -> [Int] {
        positions(of: replicate).map { Int(indices[$0]) }
    }

    /// Returns how often each problem was drawn in one resample.
    ///
    /// - Precondition: `replicate` is in `0..<replicateCount`.
    /// - Complexity: O(problemCount).
    public func multiplicities(_ replicate: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: problemCount)
        for position in positions(of: replicate) { counts[Int(indices[position])] += 1 }
        return counts
    }

    /// Returns the mean of per-problem values in each resample; empty when there are no problems.
    ///
    /// - Precondition: one finite value for each problem.
    /// - Complexity: O(problemCount × replicateCount).
    public func means(of values: [Double]) -> [Double] {
        check(values)
        guard problemCount > 0 else { return [] }
        var means: [Double] = []
        means.reserveCapacity(replicateCount)
        for replicate in 0..<replicateCount {
            var sum = 0.0
            for position in positions(of: replicate) { sum += values[Int(indices[position])] }
            means.append(sum / Double(problemCount))
        }
        return means
    }

    /// Returns the bootstrap distribution of the mean of per-problem values.
    ///
    /// Values that are all equal give an interval of no width, since resampling cannot see what was
    /// never drawn. For one binary result per problem prefer
    /// ``ConfidenceInterval/wilson(successes:trials:level:)``.
    ///
    /// - Returns: the distribution, or nil when there are no problems.
    /// - Precondition: one finite value for each problem.
    /// - Complexity: O(problemCount × replicateCount).
    public func bootstrapMean(of values: [Double]) -> BootstrapDistribution? {
        check(values)
        guard let moments = Moments(values) else { return nil }
        // The jackknife deviations of a mean are (x_i - x̄)/(n - 1): the scale cancels.
        let acceleration =
            moments.squares > 0
            ? moments.cubes / (6 * moments.squares * moments.squares.squareRoot()) : 0
        return BootstrapDistribution(
            estimate: moments.mean,
            replicates: means(of: values),
            undefinedCount: 0,
            acceleration: acceleration,
            problemCount: problemCount
        )
    }

    /// Returns the bootstrap distribution of any statistic of a list of problem indices.
    ///
    /// The statistic is called with all problems in order, then with each row, then once for each
    /// problem left out. It returns nil where it is undefined; undefined rows are counted and left
    /// out of the intervals. The list may repeat an index, and its order carries no meaning.
    ///
    /// - Returns: the distribution, or nil when there are no problems or the statistic is undefined
    ///   on all of them.
    /// - Complexity: `replicateCount + problemCount + 1` calls with `problemCount` indices each.
    public func bootstrap(_ statistic: ([Int]) -> Double?) -> BootstrapDistribution? {
        guard problemCount > 0, let estimate = statistic(Array(0..<problemCount)) else {
            return nil
        }
        let replicates = (0..<replicateCount).map { statistic(row($0)) }
        let all = Array(0..<problemCount)
        let leaveOneOut =
            problemCount > 1
            ? all.compactMap { left in statistic(all.filter { $0 != left }) } : []
        return BootstrapDistribution(
            estimate: estimate,
            replicates: replicates,
            leaveOneOut: leaveOneOut,
            problemCount: problemCount
        )
    }

    private func positions(of replicate: Int) -> Range<Int> {
        precondition(
            (0..<replicateCount).contains(replicate),
            "Replicate \(replicate) is not in 0..<\(replicateCount)"
        )
        return (replicate * problemCount)..<((replicate + 1) * problemCount)
    }

    private func check(_ values: [Double]) {
        precondition(
            values.count == problemCount,
            "\(values.count) values do not match \(problemCount) problems"
        )
        precondition(values.allSatisfy(\.isFinite), "A bootstrap needs finite values")
    }
}
