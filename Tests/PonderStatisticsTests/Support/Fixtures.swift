import PonderStatistics

/// Makes rows whose accuracy rises with their setting, with noise shared by a problem.
func makeRows(settings: [Double], problems: Int, lift: Double = 0, seed: UInt64) -> [MeasuredRow] {
    settings.map { setting in
        var generator = ResamplingGenerator(seed: seed)
        var scores: [Double] = []
        var costs: [Double] = []
        for _ in 0..<problems {
            let ease = generator.unitDouble()
            let length = 0.5 + generator.unitDouble()
            scores.append(min(1, lift + ease * setting / (setting + 1)))
            costs.append(100 * setting * length)
        }
        return MeasuredRow(scores: scores, costs: costs)
    }
}
