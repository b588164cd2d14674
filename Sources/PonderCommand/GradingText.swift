import PonderLab

/// Shows a grading to people.
enum GradingText {
    /// The grading as lines.
    static func of(_ grading: Grading) -> String {
        var lines = [
            "problems: \(grading.problems), samples: \(grading.samples)",
            "accuracy \(Figures.percent(grading.accuracy))"
                + " [\(Figures.percent(grading.accuracyLow)), \(Figures.percent(grading.accuracyHigh))]",
        ]
        if grading.problemsWithoutSamples > 0 {
            lines.append("left out, without samples: \(grading.problemsWithoutSamples) problems")
        }
        lines.append("k        pass@k   majority@k")
        for k in grading.passAtK.keys.compactMap({ Int($0) }).sorted() {
            let pass = grading.passAtK["\(k)"].map { Figures.percent($0) } ?? "-"
            let majority = grading.majorityAtK["\(k)"].map { Figures.percent($0) } ?? "-"
            lines.append(pad("\(k)", 9) + pad(pass, 9) + majority)
        }
        for (outcome, count) in grading.outcomes.sorted(by: { $0.key < $1.key }) {
            lines.append("\(outcome): \(count)")
        }
        return lines.joined(separator: "\n")
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
