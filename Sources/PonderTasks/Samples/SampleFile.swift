import PonderCore

/// Replies made elsewhere: JSON Lines with `id`, `sample` and `text`.
///
/// Optional fields: `finish` or `finish_reason`, `logprobs`, `usage` or `tokens`, and the fields that
/// the task reads from data, so that a file can be graded without a data file. Ids and sample numbers
/// may be numbers or texts; blank lines are skipped. The landing page has the grammar.
public struct SampleFile: Sendable {
    /// A problem's sample and the replies to it.
    public struct Group: Sendable {
        /// The sample.
        public let sample: Sample

        /// The replies, by rising number.
        public let replies: [SampleRecord]
    }

    /// The path of the file.
    public let path: String

    /// The records, in file order.
    public let records: [SampleRecord]

    /// Reads a file.
    ///
    /// - Throws: ``TaskError`` with path and line for a file that cannot be read or is empty, a record
    ///   that is not as it should be, or two records with the same id and sample number.
    public init(path: String) throws {
        self.path = path
        var records: [SampleRecord] = []
        var counts: [String: Int] = [:]
        var lines: [String: [Int: Int]] = [:]
        try RecordFile(path: path).forEachRecord { record in
            let id = try record.text(.id)
            let place = counts[id, default: 0]
            counts[id] = place + 1
            let sample = try SampleRecord(record, id: id, place: place)
            if let earlier = lines[id, default: [:]].updateValue(record.line, forKey: sample.sample)
            {
                throw TaskError(
                    .duplicateID,
                    "sample \(sample.sample) of '\(id)' stands on line \(earlier) already",
                    path: path,
                    line: record.line
                )
            }
            records.append(sample)
            return true
        }
        guard !records.isEmpty else {
            throw TaskError(.malformedData, "holds no samples", path: path)
        }
        self.records = records
    }

    /// Returns the replies to each of some samples that has any, in the order of the samples.
    ///
    /// - Throws: ``TaskError`` for a reply whose id no sample has.
    public func joined(with samples: [Sample]) throws -> [Group] {
        let known = Set(samples.map(\.id))
        if let stray = records.first(where: { !known.contains($0.id) }) {
            throw TaskError(
                .unknownID,
                "the data has no sample '\(stray.id)'; it has \(samples.count) samples"
                    + (samples.first.map { " such as '\($0.id)'" } ?? ""),
                path: path,
                line: stray.record.line
            )
        }
        let replies = Dictionary(grouping: records, by: \.id)
        return samples.compactMap { sample in
            replies[sample.id].map { replies in
                Group(sample: sample, replies: replies.sorted { $0.sample < $1.sample })
            }
        }
    }

    /// Returns a sample for each id, made of the fields of its first record.
    ///
    /// - Throws: ``TaskError`` for a record without the fields that the task needs.
    public func samples(for task: any EvalTask) throws -> [Sample] {
        var seen: Set<String> = []
        return try records.filter { seen.insert($0.id).inserted }.map { first in
            try task.identified(task.sample(from: first.record), in: first.record)
        }
    }
}
