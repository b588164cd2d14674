extension AnswerMarks {
    /// Returns the place of the mark before a text: the later of the last "answer is", and a `####`
    /// on the last line that is not blank, since elsewhere it starts a Markdown heading.
    package func textMark(in text: inout TextBytes) -> Int? {
        guard let hash, let line = text.lastLine(), hash > line.lowerBound else { return phrase }
        return max(hash, phrase ?? -1)
    }

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
