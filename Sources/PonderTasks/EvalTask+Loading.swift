import PonderCore

extension EvalTask {
    /// Returns the samples of a source, in order.
    ///
    /// A record without an id gets `sha-` and the first 16 hexadecimal digits of the SHA-256 of its
    /// statement and options, one a line, each with white space collapsed and case kept.
    ///
    /// - Throws: ``TaskError`` for a file that cannot be read, a record that is not as the task
    ///   needs it, two records with one id, a source without samples, or one that the task lacks.
    public func load(from source: DataSource) throws -> [Sample] {
        switch source {
        case .file(let path, let mapping, let limit, let offset):
            try load(path: path, mapping: mapping, limit: limit, offset: offset)
        case .generated(let seed, let count, let level):
            try generate(seed: seed, count: count, level: level)
        }
    }

    private func load(
        path: String,
        mapping: FieldMapping,
        limit: Int?,
        offset: Int
    ) throws -> [Sample] {
        guard description.readsFiles else {
            throw TaskError(.unsupportedSource, "\(id) makes its own samples and reads no file")
        }
        guard limit ?? 1 > 0, offset >= 0 else {
            throw TaskError(
                .unsupportedSource,
                "limit \(limit ?? 1) and offset \(offset); give a positive limit and no negative offset"
            )
        }
        var samples: [Sample] = []
        var lines: [String: Int] = [:]
        try RecordFile(path: path, mapping: mapping).forEachRecord(from: offset) { record in
            let sample = try identified(sample(from: record), in: record)
            if let earlier = lines.updateValue(record.line, forKey: sample.id) {
                throw TaskError(
                    .duplicateID,
                    "id '\(sample.id)' stands on line \(earlier) already; ids must differ",
                    path: path,
                    line: record.line
                )
            }
            samples.append(sample)
            return samples.count < limit ?? .max
        }
        guard !samples.isEmpty else {
            let place = offset > 0 ? " after the first \(offset)" : ""
            throw TaskError(.malformedData, "holds no records\(place)", path: path)
        }
        return samples
    }

    /// Returns a sample with the record's id, or with one that its statement gives.
    func identified(_ sample: Sample, in record: DataRecord) throws -> Sample {
        let id = record.has(.id) ? try record.text(.id) : Self.contentID(of: sample.problem)
        return Sample(
            id: id,
            problem: sample.problem,
            target: sample.target,
            difficulty: record.value(.difficulty)?.scalarText
        )
    }

    private static func contentID(of problem: Problem) -> String {
        let lines = ([problem.statement] + problem.choices).map(\.collapsingWhiteSpace)
        let digest = SHA256.digest(lines.joined(separator: "\n").utf8)
        return "sha-\(digest.description.prefix(16))"
    }

    private func generate(seed: Seed, count: Int, level: Int?) throws -> [Sample] {
        guard let task = self as? any ProceduralTask else {
            throw TaskError(.unsupportedSource, "\(id) makes no samples itself; name a data file")
        }
        let levels = description.levels.map(\.number).filter { $0 == level ?? $0 }
        guard !levels.isEmpty, count > 0 else {
            let known = description.levels.map { "\($0.number)" }.joined(separator: ", ")
            throw TaskError(
                .unsupportedSource,
                "\(count) samples of level \(level.map { "\($0)" } ?? "any"); "
                    + "give a positive count and a level of \(known)"
            )
        }
        var generators = levels.map { RandomGenerator(seed.child(id, "level-\($0)")) }
        var statements: Set<String> = []
        var samples: [Sample] = []
        for index in 0..<count {
            let place = index % levels.count
            let number = levels[place]
            guard
                let (problem, target) = task.newDraw(
                    level: number,
                    with: &generators[place],
                    besides: &statements
                )
            else {
                throw TaskError(
                    .unsupportedSource,
                    "level \(number) of \(id) has too few different problems for \(count) samples"
                )
            }
            let id = "\(id)-\(number)-\(seed.value)-\(index / levels.count + 1)"
            samples.append(
                Sample(id: id, problem: problem, target: target, difficulty: "\(number)")
            )
        }
        return samples
    }
}

extension ProceduralTask {
    /// Draws until a statement is new; `nil` after a thousand that are not.
    fileprivate func newDraw(
        level: Int,
        with generator: inout RandomGenerator,
        besides statements: inout Set<String>
    ) -> (Problem, Target)? {
        for _ in 0..<1000 {
            let drawn = draw(level: level, with: &generator)
            if statements.insert(drawn.0.statement).inserted { return drawn }
        }
        return nil
    }
}
