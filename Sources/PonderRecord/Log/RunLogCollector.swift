import Foundation
import PonderCore

/// Gathers the records of a log line by line, and checks them against the header.
struct RunLogCollector {
    /// What a result or a trace is of.
    private struct SearchKey: Hashable {
        var row: Int
        var problem: String
        var epoch: Int
    }

    /// What a pool is of.
    private struct PoolKey: Hashable {
        var model: String
        var task: String
        var problem: String
        var epoch: Int
    }

    /// The part of a header that every version has.
    private struct Version: Decodable {
        struct Header: Decodable { var schema: String }
        var kind: String
        var data: Header
    }

    private let path: String
    private let decoder = JSONDecoder()
    private var header: RunHeader?
    private var pools: [PoolKey: PoolRecord] = [:]
    private var calls: [CallRecord] = []
    private var traces: [SearchKey: TraceRecord] = [:]
    private var results: [SearchKey: ResultRecord] = [:]
    private var end: EndRecord?

    init(path: String) { self.path = path }

    /// Reads one line.
    mutating func add(_ line: ArraySlice<UInt8>, number: Int) throws {
        if header == nil { try checkVersion(line, number: number) }
        let record: RunRecord
        do {
            record = try decoder.decode(RunRecord.self, from: Data(line))
        } catch is RunRecord.UnknownKind {
            return
        } catch {
            throw malformed(number, Self.reason(error))
        }
        try add(record, number: number)
    }

    /// Returns what was gathered, in an order that does not depend on the order of writing.
    func log() throws -> RunLog {
        guard let header else {
            throw RecordError(.notFound, path: path, "the log is empty: it has no header yet")
        }
        return RunLog(
            header: header,
            pools: pools.values.sorted {
                ($0.model, $0.task, $0.epoch, $0.index, $0.problem)
                    < ($1.model, $1.task, $1.epoch, $1.index, $1.problem)
            },
            calls: calls,
            traces: traces.values.sorted {
                ($0.row, $0.epoch, $0.problem) < ($1.row, $1.epoch, $1.problem)
            },
            results: results.values.sorted {
                ($0.row, $0.epoch, $0.index, $0.problem) < ($1.row, $1.epoch, $1.index, $1.problem)
            },
            end: end
        )
    }

    private mutating func add(_ record: RunRecord, number: Int) throws {
        switch record {
        case .header(let header): try add(header, number: number)
        case .pool(let pool):
            let key = PoolKey(
                model: pool.model,
                task: pool.task,
                problem: pool.problem,
                epoch: pool.epoch
            )
            pools[key] = pool
            end = nil
        case .call(let call):
            if let row = call.row { try checkRow(row, number: number) }
            calls.append(call)
            end = nil
        case .trace(let trace):
            try checkRow(trace.row, number: number)
            let key = SearchKey(row: trace.row, problem: trace.problem, epoch: trace.epoch)
            traces[key] = trace
            end = nil
        case .result(let result):
            try checkRow(result.row, number: number)
            if let flaw = result.flaw { throw malformed(number, flaw) }
            let key = SearchKey(row: result.row, problem: result.problem, epoch: result.epoch)
            results[key] = result
            end = nil
        case .end(let end): self.end = end
        }
    }

    private mutating func add(_ header: RunHeader, number: Int) throws {
        guard let first = self.header else {
            guard header.rows.map(\.row) == Array(header.rows.indices) else {
                throw malformed(number, "the rows are not numbered from 0 in order")
            }
            self.header = header
            return
        }
        guard first.configDigest == header.configDigest else {
            throw malformed(number, "a second header has another config than the first one")
        }
    }

    private func checkVersion(_ line: ArraySlice<UInt8>, number: Int) throws {
        guard let version = try? decoder.decode(Version.self, from: Data(line)),
            version.kind == "header"
        else { throw malformed(number, "the first line is not a header of a run log") }
        let schema = version.data.schema
        guard Self.major(schema) == Self.major(RunHeader.currentSchema) else {
            throw RecordError(
                .unsupportedVersion,
                path: path,
                line: number,
                "the log has format '\(schema)' and this version reads "
                    + "'\(RunHeader.currentSchema)'; use the version that wrote it"
            )
        }
    }

    private func checkRow(_ row: Int, number: Int) throws {
        guard let header, header.rows.indices.contains(row) else {
            throw malformed(number, "row \(row) is not in the header")
        }
    }

    private func malformed(_ number: Int, _ message: String) -> RecordError {
        RecordError(.malformed, path: path, line: number, message)
    }

    /// The format's name and major number: `ponder.run` and `1` of `ponder.run/1.0`.
    private static func major(_ schema: String) -> [Substring] {
        let parts = schema.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.dropLast() + parts.suffix(1).map { $0.prefix { $0 != "." } }
    }

    /// What is wrong with a line, with the key where it is.
    private static func reason(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        let (context, key): (DecodingError.Context, (any CodingKey)?) =
            switch error {
            case .keyNotFound(let key, let context): (context, key)
            case .typeMismatch(_, let context), .valueNotFound(_, let context),
                .dataCorrupted(let context):
                (context, nil)
            @unknown default: (.init(codingPath: [], debugDescription: "\(error)"), nil)
            }
        let place = (context.codingPath + (key.map { [$0] } ?? [])).map(\.stringValue)
        let at = place.isEmpty ? "" : " at '\(place.joined(separator: "."))'"
        return "the line is not a record\(at): \(context.debugDescription)"
    }
}
