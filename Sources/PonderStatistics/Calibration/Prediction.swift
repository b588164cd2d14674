/// Holds a confidence and whether what it was about turned out right.
public struct Prediction: Sendable, Hashable {
    /// The confidence, not NaN; higher is surer.
    ///
    /// Brier score, log loss and calibration error need `0...1`; ranking measures take any range.
    public let confidence: Double
    /// Whether the answer was correct.
    public let isCorrect: Bool

    /// Creates a prediction.
    public init(confidence: Double, isCorrect: Bool) {
        precondition(!confidence.isNaN, "A confidence must not be NaN")
        self.confidence = confidence
        self.isCorrect = isCorrect
    }

    /// The outcome as a number, 1 for correct.
    var outcome: Double { isCorrect ? 1 : 0 }
}
