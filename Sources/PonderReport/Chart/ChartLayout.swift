/// The measures of a drawn chart, in its own units.
package struct ChartLayout: Sendable {
    /// The width.
    var width: Double
    /// The height of the plot itself.
    var plotHeight: Double
    /// The room left of the plot, for tick labels.
    var left: Double
    /// The room right of the plot.
    var right: Double
    /// The room above the plot, for the title of the vertical axis.
    var top: Double
    /// The room between the plot and the legend, for ticks and the axis' title.
    var bottom: Double
    /// The size of text.
    var fontSize: Double
    /// The most ticks on the horizontal axis.
    var tickLimit: Int
    /// What makes ids of the two drawings of one chart differ.
    var suffix: String

    /// For screens of at least 720 pixels.
    package static let wide = ChartLayout(
        width: 880,
        plotHeight: 400,
        left: 46,
        right: 18,
        top: 34,
        bottom: 62,
        fontSize: 14,
        tickLimit: 9,
        suffix: "wide"
    )

    /// For phones.
    package static let narrow = ChartLayout(
        width: 360,
        plotHeight: 300,
        left: 36,
        right: 10,
        top: 32,
        bottom: 58,
        fontSize: 13,
        tickLimit: 5,
        suffix: "narrow"
    )

    /// A width that text surely needs: fonts differ, so the estimate is generous.
    func width(of text: String) -> Double { Double(text.count) * fontSize * 0.58 }
}
