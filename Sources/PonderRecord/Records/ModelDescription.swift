public import PonderCore

/// A model of a run as its log describes it.
public struct ModelDescription: Hashable, Sendable, Codable {
    /// The name that the config gives it.
    public var name: String

    /// What keys its draws.
    public var identity: ModelIdentity

    /// Its shape, if known: FLOPs are zero and not charted without one.
    public var shape: ComputeModel?

    /// Its prices, if known.
    public var prices: PriceTable?

    /// The prompt tokens a second that modelled seconds assume.
    public var prefillRate: Double

    /// The output tokens a second of one stream that modelled seconds assume.
    public var decodeRate: Double

    /// Creates a description.
    public init(
        name: String,
        identity: ModelIdentity,
        shape: ComputeModel?,
        prices: PriceTable?,
        prefillRate: Double,
        decodeRate: Double
    ) {
        self.name = name
        self.identity = identity
        self.shape = shape
        self.prices = prices
        self.prefillRate = prefillRate
        self.decodeRate = decodeRate
    }
}
