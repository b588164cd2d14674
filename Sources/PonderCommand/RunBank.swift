import Ponder
import PonderBank
import PonderLab
import PonderRecord

/// The store that a run's draws come from and go to, with its mode.
struct RunBank {
    /// Attempts that a killed invocation of this run left open, now billed as reserved.
    let lostAttempts: Int

    private let bank: DrawBank?
    private let store: any DrawStore
    private let mode: DrawSource.Mode
    private let run: String

    /// The bank that a command line or a config names, or the run folder's own; `nil` for none.
    ///
    /// - Throws: ``CommandFailure`` where the run cannot be had without a bank.
    static func file(
        of experiment: Experiment,
        folder: String,
        override path: String?,
        replay: Bool,
        needs plan: PlanBuilder.Result
    ) throws -> String? {
        let file: String? =
            switch experiment.bank {
            case .off: path
            case .file(let chosen): path ?? chosen.resolved
            case .outputFolder: path ?? "\(folder)/draws.sqlite"
            }
        guard file == nil else { return file }
        if replay {
            throw CommandFailure.usage("error: --replay needs a bank; name one with --bank")
        }
        let keepsDraws = plan.plan.rows.contains { row in
            row.usesPool && row.description.roles.values.contains { plan.pools[$0] == nil }
        }
        if keepsDraws {
            throw CommandFailure.usage(
                "error: pool: expectations are taken over draws that are kept, and the bank is off;"
                    + " name a bank, or leave out bank: off"
            )
        }
        return nil
    }

    /// Opens a bank.
    ///
    /// - Throws: ``BankError``, and ``RecordError`` for a folder that cannot be written to.
    init(_ file: String?, folder: String, replay: Bool, pools: [String: SamplePool]) throws {
        run = try RunIdentity.of(folder: folder)
        guard let file else {
            bank = nil
            lostAttempts = 0
            store = SamplePoolStore(pools, over: nil)
            mode = pools.isEmpty ? .off : .record
            return
        }
        mode = replay ? .replay : .record
        let opened = replay ? try DrawBank(replaying: file) : try DrawBank(path: file, run: run)
        lostAttempts = replay ? 0 : try opened.settleAbandonedEntries(of: run).count
        bank = opened
        store = pools.isEmpty ? opened : SamplePoolStore(pools, over: opened)
    }

    /// Where searches get their draws.
    func source(seed: Seed) -> DrawSource {
        DrawSource(store, mode: mode, stream: DrawStream(runSeed: seed, epoch: 0))
    }

    /// What all invocations of the run were billed; `nil` where nothing is billed or recorded.
    func billed() throws -> Spend? {
        mode == .record ? try bank?.billed(run: run) : nil
    }

    /// Closes the bank.
    func close() {
        do {
            try bank?.close()
        } catch {
            StandardStream.error.print("warning: the bank could not be closed: \(error)")
        }
    }
}
