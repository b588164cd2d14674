import Ponder
import PonderRecord

extension CallRecord {
    /// The record of what happened behind one call.
    init(_ report: CallReport, row: Int?, problem: String, epoch: Int) {
        self.init(
            row: row,
            problem: problem,
            epoch: epoch,
            call: report.call,
            role: report.role,
            draw: report.address.description,
            source: report.wasRecorded.map { $0 ? .bank : .model },
            finish: report.finish,
            usage: report.usage,
            failedAttempts: report.failedAttempts,
            error: report.error?.description
        )
    }
}
