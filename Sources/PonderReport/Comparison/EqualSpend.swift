import PonderStatistics

/// How much more accurate a row is than the baseline's curve where both spend the same.
///
/// The curve is interpolated linearly in log cost at the row's mean spend; cost and accuracy are
/// resampled together over problems. Nothing is extrapolated.
public struct EqualSpend: Hashable, Sendable, Codable {
    /// Whether the comparison could be made.
    public enum Status: String, Hashable, Sendable, Codable {
        /// It was made.
        case measured
        /// The row spends less or more than any row of the baseline.
        case noOverlap
        /// The baseline has fewer than two rows.
        case noBaseline
        /// The row's spend or the baseline's is not known in this unit, or not comparable.
        case noAxis
    }

    /// The unit in which the spend is equal.
    @OrNull public var axis: SpendAxis?
    /// Whether the comparison could be made.
    public var status: Status
    /// The labels of the baseline's rows.
    public var baseline: [String]
    /// The row's accuracy less the baseline's.
    @OrNull public var difference: Double?
    /// The lower end of the 95 % interval of the difference.
    @OrNull public var low: Double?
    /// The upper end of the 95 % interval of the difference.
    @OrNull public var high: Double?
    /// The least true difference that so many problems find, at 5 % with power 80 %.
    @OrNull public var minimumDetectable: Double?
    /// The spend at which both are compared.
    @OrNull public var spend: Double?
    /// The baseline's accuracy at that spend.
    @OrNull public var baselineAccuracy: Double?
    /// The share of resamples whose spend lay outside the baseline and was taken at its end.
    @OrNull public var clampedShare: Double?

    /// Whether the interval leaves out 0.
    public private(set) var isSignificant = false
    /// What the comparison says, in percentage points.
    public private(set) var verdict: String

    /// Creates a comparison that could not be made.
    init(_ status: Status, axis: SpendAxis?, baseline: [String] = []) {
        self.status = status
        self.axis = axis
        self.baseline = baseline
        difference = nil
        low = nil
        high = nil
        minimumDetectable = nil
        spend = nil
        baselineAccuracy = nil
        clampedShare = nil
        verdict =
            switch status {
            case .measured: ""
            case .noOverlap: "no overlap"
            case .noBaseline: "no baseline curve"
            case .noAxis: "not comparable"
            }
    }

    /// Creates a comparison from its statistics.
    init(_ result: EqualSpendDifference, axis: SpendAxis, baseline: [String]) {
        self.init(.measured, axis: axis, baseline: baseline)
        difference = result.estimate
        low = result.low
        high = result.high
        minimumDetectable = result.minimumDetectable
        spend = result.cost
        baselineAccuracy = result.baselineAccuracy
        clampedShare = result.clampedShare
        isSignificant = (result.low ?? 0) > 0 || (result.high ?? 0) < 0
        verdict = Verdict.text(
            difference: result.estimate,
            low: result.low,
            high: result.high,
            minimumDetectable: result.minimumDetectable,
            isSignificant: isSignificant
        )
    }
}
