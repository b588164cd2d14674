/// Finds the name that a mistyped one may have meant.
enum Nearest {
    /// Returns the name with the fewest edits; `nil` if even that needs more than half the letters.
    static func name(to given: String, among names: [String]) -> String? {
        let written = Array(given.lowercased().utf8)
        let distances = names.map { ($0, edits(from: written, to: Array($0.utf8))) }
        guard let best = distances.min(by: { $0.1 < $1.1 }), best.1 * 2 <= best.0.utf8.count else {
            return nil
        }
        return best.0
    }

    /// The Levenshtein distance.
    ///
    /// - Complexity: O(nm).
    private static func edits(from left: [UInt8], to right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (place, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for index in right.indices {
                let substituted = diagonal + (byte == right[index] ? 0 : 1)
                diagonal = row[index + 1]
                row[index + 1] = min(substituted, row[index] + 1, row[index + 1] + 1)
            }
        }
        return row[right.count]
    }
}
