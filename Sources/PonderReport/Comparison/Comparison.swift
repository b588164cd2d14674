/// Two rows compared problem by problem: the first less the second.
public struct Comparison: Hashable, Sendable, Codable {
    /// A row, as a comparison names it.
    public struct Row: Hashable, Sendable, Codable {
        /// The experiment's name.
        public var run: String
        /// The config's name of the policy model.
        public var model: String
        /// The name of the task.
        public var task: String
        /// The strategy with the settings that tell rows apart.
        public var label: String
        /// The accuracy on the problems compared.
        @OrNull public var accuracy: Double?
    }

    /// The first row.
    public var first: Row
    /// The second row.
    public var second: Row
    /// The problems that both rows have scored.
    public var problems: Int
    /// The problems that only one row has scored; they are left out.
    public var unpaired: Int
    /// The first row's accuracy less the second's; `nil` without a common problem.
    @OrNull public var difference: Double?
    /// The lower end of the 95 % interval of the difference.
    @OrNull public var low: Double?
    /// The upper end of the 95 % interval of the difference.
    @OrNull public var high: Double?
    /// The least true difference that so many problems find, at 5 % with power 80 %.
    @OrNull public var minimumDetectable: Double?
    /// The correlation of the two rows over problems.
    @OrNull public var correlation: Double?
    /// The p-value of the sign-flip test.
    @OrNull public var signFlipP: Double?
    /// The exact p-value of McNemar's test, where both rows have one result per problem.
    @OrNull public var mcNemarP: Double?
    /// The p-value of the test used, adjusted by Holm's method for the comparisons made with it.
    ///
    /// McNemar's test is used where there is one, else the sign-flip test.
    @OrNull public var adjustedP: Double?
    /// How many comparisons the p-value is adjusted for.
    public var comparisons: Int
    /// The first row's spend over the second's, by axis, where both are known.
    public var spendRatio: [String: Double]
    /// The comparison at equal spend with a baseline's curve, where one was asked for.
    @OrNull public var equalSpend: EqualSpend?
    /// What the reader has to know besides.
    public var notes: [String]

    /// Whether the adjusted p-value is at most 5 % and the interval leaves out 0.
    public private(set) var isSignificant = false
    /// What the comparison says, in percentage points.
    public private(set) var verdict = ""

    /// The p-value before any adjustment.
    var rawP: Double? { mcNemarP ?? signFlipP }

    /// Draws the conclusion, with a p-value adjusted for a number of comparisons.
    mutating func conclude(adjustedP: Double?, comparisons: Int) {
        self.adjustedP = adjustedP
        self.comparisons = comparisons
        guard let difference else {
            verdict = "no common problems"
            return
        }
        if let adjustedP, let low, let high {
            isSignificant = adjustedP <= 0.05 && (low > 0 || high < 0)
        }
        verdict = Verdict.text(
            difference: difference,
            low: low,
            high: high,
            minimumDetectable: minimumDetectable,
            isSignificant: isSignificant
        )
    }
}
