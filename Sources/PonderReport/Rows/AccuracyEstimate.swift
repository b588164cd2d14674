import PonderStatistics

/// A row's accuracy with its pointwise 95 % interval.
struct AccuracyEstimate: Hashable, Sendable {
    /// How the interval was made.
    enum Method: String, Hashable, Sendable {
        /// Wilson's score interval, for one binary result per problem.
        case wilson
        /// The cluster bootstrap over problems, for expectations and several epochs.
        case bootstrap
    }

    /// The mean over problems.
    var mean: Double
    /// The interval; `nil` where one problem is all there is.
    var interval: ConfidenceInterval?
    /// How the interval was made.
    var method: Method
    /// The least true shift of the mean that so many problems find.
    var minimumDetectable: Double

    /// Estimates the accuracy on some problems; `nil` on none.
    ///
    /// Where all problems have the same expectation of 0 or 1, resampling them would give an
    /// interval without width; Wilson's interval is used there, which is as if each problem had
    /// been tried once.
    init?(
        _ problems: [ProblemMeasurement],
        isRealised: Bool,
        task: String,
        resamples: inout Resamples
    ) {
        let scores = problems.compactMap(\.accuracy)
        guard !scores.isEmpty else { return nil }
        mean = scores.reduce(0, +) / Double(scores.count)
        let isCertain = mean == 0 || mean == 1
        if isCertain || (isRealised && problems.allSatisfy(\.isBinary)) {
            method = .wilson
            interval = ConfidenceInterval.wilson(
                successes: scores.count { $0 == 1 },
                trials: scores.count
            )
        } else {
            method = .bootstrap
            interval = resamples.matrix(task: task, problems: scores.count)
                .bootstrapMean(of: scores)?.interval()
        }
        let spread = MeanEstimate(scores)?.standardError ?? 0
        minimumDetectable =
            method == .bootstrap && spread > 0
            ? PowerAnalysis.minimumDetectable(standardError: spread)
            : PowerAnalysis.minimumDetectable(proportion: mean, count: scores.count)
    }
}
