import Ponder
import PonderLab

/// Prints a forecast for people.
enum ForecastText {
    /// The forecast as lines.
    static func lines(_ forecast: Forecast) -> String {
        var lines = ["Forecast: new calls if nothing is recorded yet"]
        for line in forecast.lines {
            lines.append(
                "  \(line.task) · \(line.model) · \(line.role): "
                    + "\(Figures.grouped(line.calls)) calls"
            )
            lines.append("    \(figures(line.expected, line.most))")
        }
        lines.append("  all: \(figures(forecast.expected, forecast.most))")
        lines.append("  modelled time: \(Figures.time(.seconds(forecast.seconds)))")
        for row in forecast.unbounded {
            lines.append("  \(row): bounded by its budget only, not counted above")
        }
        for (task, problems, difference) in forecast.minimumDetectable {
            let least =
                difference.map { "can show a difference of \(Figures.percent($0))" }
                ?? "are too few to show any difference"
            lines.append(
                "  \(task): \(problems) problems \(least) (power 0.8, where two rows differ on "
                    + "\(Figures.percent(Forecast.assumedDiscordance)) of them)"
            )
        }
        lines.append(
            "  assumed: a reply takes half its limit, a prompt has a token per four bytes"
        )
        return lines.joined(separator: "\n")
    }

    private static func figures(_ expected: Spend, _ most: Spend) -> String {
        var parts = [
            "output tokens \(Figures.grouped(expected.outputTokens)) "
                + "(at most \(Figures.grouped(most.outputTokens)))",
            "all tokens \(Figures.grouped(expected.totalTokens)) "
                + "(at most \(Figures.grouped(most.totalTokens)))",
        ]
        if most.flops > 0 {
            parts.append(
                "FLOPs \(Figures.scientific(Double(expected.flops))) "
                    + "(at most \(Figures.scientific(Double(most.flops))))"
            )
        }
        if most.cost > .zero {
            parts.append(
                "$\(Figures.dollars(expected.cost)) (at most $\(Figures.dollars(most.cost)))"
            )
        }
        return parts.joined(separator: " · ")
    }
}
