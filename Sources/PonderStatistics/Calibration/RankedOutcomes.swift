/// Sorts grouped predictions once, to compute AUROC under any weights of the groups.
struct RankedOutcomes {
    private struct Entry {
        let confidence: Double
        let group: Int
        let isCorrect: Bool
    }

    private let entries: [Entry]

    init(_ groups: [[Prediction]]) {
        let all = groups.enumerated().flatMap { group, predictions in
            predictions.map {
                Entry(confidence: $0.confidence, group: group, isCorrect: $0.isCorrect)
            }
        }
        entries = all.sorted { $0.confidence < $1.confidence }
    }

    /// Returns AUROC with each group counted as often as its weight, nil without both classes.
    func auroc(weights: [Int]) -> Double? {
        var wins = 0.0
        var right = 0.0
        var wrong = 0.0
        var start = 0
        while start < entries.count {
            var tiedRight = 0.0
            var tiedWrong = 0.0
            var end = start
            while end < entries.count, entries[end].confidence == entries[start].confidence {
                let weight = Double(weights[entries[end].group])
                if entries[end].isCorrect { tiedRight += weight } else { tiedWrong += weight }
                end += 1
            }
            wins += tiedRight * (wrong + tiedWrong / 2)
            right += tiedRight
            wrong += tiedWrong
            start = end
        }
        return right > 0 && wrong > 0 ? wins / (right * wrong) : nil
    }
}
