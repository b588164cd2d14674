/// Finds what a misspelt name was probably meant to be.
enum Spelling {
    private static let longest = 64

    /// Returns the known name nearest to a name, if one is near.
    ///
    /// Near is at most a third of the letters, and at least one, away in single-letter insertions,
    /// deletions, substitutions and swaps of neighbours. The first of equally near names wins.
    static func nearest(to name: String, among known: [String]) -> String? {
        guard name.count <= longest else { return nil }
        let limit = max(1, name.count / 3)
        var best: (name: String, distance: Int)?
        for candidate in known where candidate.count <= longest {
            let distance = distance(Array(name.lowercased()), Array(candidate.lowercased()))
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// Says which name was probably meant, or which names there are.
    static func hint(for name: String, among known: [String]) -> String {
        if let nearest = nearest(to: name, among: known) { return "did you mean '\(nearest)'?" }
        return known.isEmpty ? "there are none" : "known: \(known.joined(separator: ", "))"
    }

    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var before: [Int] = []
        var previous = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let isEqual = left[row] == right[column]
                var value = min(
                    previous[column] + (isEqual ? 0 : 1),
                    min(previous[column + 1], current[column]) + 1
                )
                if row > 0, column > 0, left[row] == right[column - 1],
                    left[row - 1] == right[column]
                {
                    value = min(value, before[column - 1] + 1)
                }
                current.append(value)
            }
            (before, previous) = (previous, current)
        }
        return previous[right.count]
    }
}
