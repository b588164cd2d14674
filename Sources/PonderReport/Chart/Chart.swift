/// What a chart of accuracy against spend shows, without any layout.
struct Chart: Sendable {
    /// A point with its interval.
    struct Mark: Sendable {
        /// The spend, positive.
        var x: Double
        /// The accuracy.
        var y: Double
        /// The pointwise 95 % interval of the accuracy.
        var interval: ClosedRange<Double>?
        /// What stands beside the point.
        var label: String?
        /// The point in words.
        var description: String
    }

    /// Points that belong together, joined by a line if there are several.
    struct Series: Sendable {
        /// The name in the legend.
        var name: String
        /// The number of the colour and marker.
        var style: Int
        /// The points by ascending spend.
        var marks: [Mark]
    }

    /// A place on the chart.
    struct Place: Sendable {
        var x: Double
        var y: Double
    }

    /// What makes the chart's ids unique on its page.
    var anchor: String
    /// The axis.
    var axis: SpendAxis
    /// What the chart shows, in one line.
    var title: String
    /// What it says, for people who do not see it.
    var description: String
    /// The points.
    var series: [Series]
    /// The frontier's points by ascending spend.
    var frontier: [Place]
    /// The oracle bound of each model, by ascending spend.
    var oracles: [[Place]]
    /// What is not drawn, and why.
    var notes: [String]
}
