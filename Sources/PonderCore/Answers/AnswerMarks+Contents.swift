extension AnswerMarks {
    /// Returns the trimmed contents of the boxes on the last line that has one.
    ///
    /// - Returns: `nil` if there is no box, one is blank, or all together exceed the length limit.
    package func contents(in text: inout TextBytes) -> [String]? {
        guard !boxes.isEmpty, boxes.reduce(0, { $0 + $1.count }) <= Self.lengthLimit else {
            return nil
        }
        var contents: [String] = []
        for box in boxes {
            let range = text.trimmed(box)
            guard !range.isEmpty else { return nil }
            contents.append(text.text(in: range))
        }
        return contents
    }
}
