#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Measures how well confidences agree with outcomes.
///
/// Every measure is nil for no predictions. None depends on the order of the predictions, also where
/// confidences tie.
public enum Calibration: Sendable {
    /// Returns the Brier score, the mean of `(confidence - outcome)²`, in `0...1`; lower is better.
    ///
    /// **Source**: Brier, Monthly Weather Review 78 (1950).
    ///
    /// - Precondition: every confidence is in `0...1`.
    /// - Complexity: O(n).
    public static func brierScore(_ predictions: [Prediction]) -> Double? {
        checkProbabilities(predictions)
        guard !predictions.isEmpty else { return nil }
        let sum = predictions.reduce(0) {
            $0 + ($1.confidence - $1.outcome) * ($1.confidence - $1.outcome)
        }
        return sum / Double(predictions.count)
    }

    /// Returns the log loss, the mean of `-ln P(outcome)` in nats; lower is better.
    ///
    /// Confidences are first moved into `clip...1 - clip`, since one sure mistake is otherwise an
    /// infinite loss. Set `clip` to 0 for the unclipped, possibly infinite, value.
    ///
    /// - Precondition: every confidence is in `0...1`; `clip` is in `0..<0.5`.
    /// - Complexity: O(n).
    public static func logLoss(_ predictions: [Prediction], clip: Double = 1e-12) -> Double? {
        checkProbabilities(predictions)
        precondition(clip >= 0 && clip < 0.5, "The clip is in 0..<0.5, got \(clip)")
        guard !predictions.isEmpty else { return nil }
        let sum = predictions.reduce(0) { total, prediction in
            let p = min(1 - clip, max(clip, prediction.confidence))
            return total - (prediction.isCorrect ? log(p) : log1p(-p))
        }
        return sum / Double(predictions.count)
    }

    /// Returns the expected calibration error over bins of equal mass, in `0...1`; lower is better.
    ///
    /// Predictions sorted by confidence are cut into `bins` runs of equal length, up to rounding;
    /// the error is `Σ (|bin|/n) |mean confidence - mean outcome|`. Tied confidences share their
    /// mean outcome, so a cut through a tie does not depend on order. Empty bins count nothing.
    ///
    /// **Source**: Nixon et al., *Measuring Calibration in Deep Learning*, 2019, arXiv 1904.01685.
    ///
    /// - Precondition: every confidence is in `0...1`; `bins >= 1`.
    /// - Complexity: O(n log n).
    public static func expectedCalibrationError(
        _ predictions: [Prediction],
        bins: Int = 10
    ) -> Double? {
        checkProbabilities(predictions)
        precondition(bins >= 1, "Calibration needs a bin, got \(bins)")
        guard !predictions.isEmpty else { return nil }
        let ranked = ranked(predictions)
        var error = 0.0
        for bin in 0..<bins {
            let members = ranked[(bin * ranked.count / bins)..<((bin + 1) * ranked.count / bins)]
            error += abs(members.reduce(0) { $0 + ($1.confidence - $1.outcome) })
        }
        return error / Double(predictions.count)
    }

    /// Returns predictions by descending confidence, each with the mean outcome of its tie.
    static func ranked(_ predictions: [Prediction]) -> [(confidence: Double, outcome: Double)] {
        let sorted = predictions.sorted { $0.confidence > $1.confidence }
        var ranked: [(confidence: Double, outcome: Double)] = []
        ranked.reserveCapacity(sorted.count)
        var start = 0
        while start < sorted.count {
            var end = start
            var correct = 0.0
            while end < sorted.count, sorted[end].confidence == sorted[start].confidence {
                correct += sorted[end].outcome
                end += 1
            }
            let shared = (
                confidence: sorted[start].confidence, outcome: correct / Double(end - start)
            )
            ranked.append(contentsOf: repeatElement(shared, count: end - start))
            start = end
        }
        return ranked
    }

    private static func checkProbabilities(_ predictions: [Prediction]) {
        precondition(
            predictions.allSatisfy { (0...1).contains($0.confidence) },
            "This measure needs confidences in 0...1"
        )
    }
}
