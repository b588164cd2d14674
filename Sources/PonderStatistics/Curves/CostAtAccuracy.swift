/// States what is known about the cost at which a curve reaches an accuracy.
public enum CostAtAccuracy: Sendable, Hashable {
    /// The curve reaches the accuracy at this cost.
    case reached(Double)
    /// The cheapest measured point, of this cost, is better already: the true cost is at most that.
    case atMost(Double)
    /// The dearest measured point, of this cost, falls short: the true cost, if any, is more.
    case moreThan(Double)

    /// The least and the greatest cost that the measurements allow; open ends are 0 and infinity.
    public var bounds: (low: Double, high: Double) {
        switch self {
        case .reached(let cost): (cost, cost)
        case .atMost(let cost): (0, cost)
        case .moreThan(let cost): (cost, .infinity)
        }
    }
}
