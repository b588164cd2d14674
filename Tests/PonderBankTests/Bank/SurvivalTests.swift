import Foundation
import PonderBank
import PonderCore
import Testing

struct SurvivalTests {
    @Test func `A cancelled task commits its draw all the same`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/bank.sqlite"
            let bank = try DrawBank(path: path, run: "a")
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    let entry = try bank.open(Sample.address(), bound: Sample.bound)
                    withUnsafeCurrentTask { $0?.cancel() }
                    #expect(Task.isCancelled)
                    try bank.commit(
                        Sample.draw(),
                        at: Sample.address(),
                        request: Sample.request(),
                        model: Sample.model,
                        entry: entry,
                        billed: Sample.bill
                    )
                    #expect(try bank.draws(at: Sample.address()) == [Sample.draw()])
                    try Sample.fail(at: Sample.address(index: 1), in: bank)
                }
                try await group.waitForAll()
            }
            let other = try DrawBank(replaying: path)
            #expect(try other.draws(at: Sample.address()) == [Sample.draw()])
            #expect(try other.failedAttempts(at: Sample.address(index: 1)) == [Sample.usage])
            #expect(try other.billed(run: "a") == Sample.bill + Sample.bill)
        }
    }

    @Test func `A killed process loses no committed draw and no reservation`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/bank.sqlite"
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
                let bank = try DrawBank(path: path, run: "a")
                try Sample.take(in: bank)
                _ = try bank.open(Sample.address(index: 1), bound: Sample.bound)
                _ = withExtendedLifetime(bank) { kill(getpid(), SIGKILL) }
            }
            let bank = try DrawBank(path: path, run: "a")
            #expect(try bank.draws(at: Sample.address()) == [Sample.draw()])
            let lost = AbandonedEntries(count: 1, billed: Sample.bound)
            #expect(try bank.settleAbandonedEntries(of: "a") == lost)
            #expect(try bank.billed(run: "a") == Sample.bill + Sample.bound)
        }
    }

    @Test func `A replay sees the draws that a killed process left unmerged`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/bank.sqlite"
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
                let bank = try DrawBank(path: path, run: "a")
                try Sample.take(in: bank)
                _ = withExtendedLifetime(bank) { kill(getpid(), SIGKILL) }
            }
            let log = try FileManager.default.attributesOfItem(atPath: path + "-wal")
            #expect(try #require(log[.size] as? Int) > 0)
            #expect(try DrawBank(replaying: path).draws(at: Sample.address()) == [Sample.draw()])
        }
    }

    @Test func `The scope closes its bank after success and after failure`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/bank.sqlite"
            struct Failure: Error {}
            let kept = try await withBank(path: path, run: "a") { bank in
                try Sample.take(in: bank)
                return bank
            }
            #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
            await #expect(throws: Failure.self) {
                try await withBank(replaying: path) { _ in throw Failure() }
            }
            let error = #expect(throws: BankError.self) { try kept.draws(at: Sample.address()) }
            #expect(error?.code == .misused)
            let texts = try await withBank(replaying: path) { bank in
                try bank.draws(at: Sample.address()).map(\.reply.text)
            }
            #expect(texts == ["42"])
        }
    }
}
