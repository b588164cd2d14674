public import Ponder
public import PonderCore

/// A model as a config declares it.
public struct ModelConfig: Hashable, Sendable {
    /// The config's name of the model.
    public var name: String

    /// The id of its provider.
    public var provider: String

    /// The provider's settings, checked, defaults filled in, without secrets.
    public var settings: SettingValues

    /// The provider's secret settings.
    public var secrets: [String: Secret]

    /// The shape, if the config gives one.
    public var shape: ComputeModel?

    /// The rates that modelled seconds assume.
    public var rates: ModelRates

    /// The prices, if the config gives them.
    public var prices: PriceTable?

    /// The most calls in flight, if it is not the experiment's ``Experiment/concurrency``.
    public var concurrency: Int?

    /// Whether FLOPs are known: the config gives a shape, or the provider reads it.
    public var knowsShape: Bool

    /// Whether money is known: the config gives prices, or the provider is free.
    public var knowsPrices: Bool
}
