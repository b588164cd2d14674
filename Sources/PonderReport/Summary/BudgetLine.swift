/// One cap of a row and what came closest to it.
///
/// Caps count prompts as they are sent, so these figures may exceed the row's mean spend, which
/// counts each distinct prompt once.
public struct BudgetLine: Hashable, Sendable, Codable {
    /// What a cap is on.
    public enum Scope: String, Hashable, Sendable, Codable {
        /// Each search of a problem.
        case problem
        /// All problems and epochs of the row together.
        case row
    }

    /// What a used amount is.
    public enum Basis: String, Hashable, Sendable, Codable {
        /// The largest of any search.
        case largest
        /// The largest mean over the replays of one problem: single replays were not recorded.
        case largestMean
        /// The sum over problems and epochs; of means, where problems were replayed.
        case total
    }

    /// What the cap is on.
    public var scope: Scope
    /// What is capped: `outputTokens`, `totalTokens`, `calls`, `costUSD` or `flops`.
    public var unit: String
    /// The cap.
    public var cap: Double
    /// The amount used; `nil` where it is not known.
    @OrNull public var used: Double?
    /// What the used amount is.
    public var basis: Basis
    /// Whether the cap was kept; `nil` where the amount is not known.
    @OrNull public var isKept: Bool?
}
