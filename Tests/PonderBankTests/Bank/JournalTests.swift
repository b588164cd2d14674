import Foundation
import PonderBank
import PonderCore
import Testing

struct JournalTests {
    @Test func `What a run was billed is the exact sum of draws and failures`() async throws {
        try await withTemporaryFolder { folder in
            let bank = try DrawBank(path: folder + "/bank.sqlite", run: "a")
            let large = Spend(
                promptTokens: 1 << 40,
                outputTokens: 3,
                calls: 2,
                cost: Cost(picoDollars: .max / 4),
                flops: Int128(Int64.max) * 1_000 + 7
            )
            for index in 0..<3 {
                let address = Sample.address(index: index)
                let entry = try bank.open(address, bound: Sample.bound)
                try bank.abandon(address, usage: Sample.usage, entry: entry, billed: large)
            }
            try Sample.take(in: bank)
            let expected = large + large + large + Sample.bill
            #expect(try bank.billed(run: "a") == expected)
            #expect(expected.flops > Int128(Int64.max))
            #expect(try bank.billed(run: "b") == .zero)
        }
    }

    @Test func `Open attempts are not billed to those who made them, but to others as reserved`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let path = folder + "/bank.sqlite"
            let bank = try DrawBank(path: path, run: "a")
            _ = try bank.open(Sample.address(), bound: Sample.bound)
            #expect(try bank.billed(run: "a") == .zero)
            let other = try DrawBank(path: path, run: "b")
            #expect(try other.billed(run: "a") == Sample.bound)
            #expect(try DrawBank(replaying: path).billed(run: "a") == Sample.bound)
        }
    }

    @Test func `Attempts left open by a dead invocation are billed as reserved, once`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let path = folder + "/bank.sqlite"
            do {
                let bank = try DrawBank(path: path, run: "a")
                try Sample.take(in: bank)
                for index in 1...3 {
                    _ = try bank.open(Sample.address(index: index), bound: Sample.bound)
                }
                try bank.close()
            }
            let bank = try DrawBank(path: path, run: "a")
            _ = try bank.open(Sample.address(index: 4), bound: Sample.bound)
            let lost = Sample.bound + Sample.bound + Sample.bound
            let entries = try bank.settleAbandonedEntries(of: "a")
            #expect(entries == AbandonedEntries(count: 3, billed: lost))
            #expect(try bank.billed(run: "a") == Sample.bill + lost)
            let again = try bank.settleAbandonedEntries(of: "a")
            #expect(again == AbandonedEntries(count: 0, billed: .zero))
        }
    }

    @Test func `Open attempts of other runs are left alone`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/bank.sqlite"
            let living = try DrawBank(path: path, run: "b")
            let entry = try living.open(Sample.address(), bound: Sample.bound)
            let bank = try DrawBank(path: path, run: "a")
            #expect(try bank.settleAbandonedEntries(of: "a").count == 0)
            try living.abandon(
                Sample.address(),
                usage: Sample.usage,
                entry: entry,
                billed: Sample.bill
            )
            #expect(try bank.billed(run: "b") == Sample.bill)
        }
    }

    @Test func `An attempt given up for lost that comes back replaces its reserved bill`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let path = folder + "/bank.sqlite"
            let living = try DrawBank(path: path, run: "a")
            let entry = try living.open(Sample.address(), bound: Sample.bound)
            let bank = try DrawBank(path: path, run: "a")
            #expect(try bank.settleAbandonedEntries(of: "a").count == 1)
            try living.commit(
                Sample.draw(),
                at: Sample.address(),
                request: Sample.request(),
                model: Sample.model,
                entry: entry,
                billed: Sample.bill
            )
            #expect(try bank.billed(run: "a") == Sample.bill)
            #expect(try bank.draws(at: Sample.address()).count == 1)
        }
    }

    @Test func `An entry is settled once, at its own address, or not at all`() async throws {
        try await withTemporaryFolder { folder in
            let bank = try DrawBank(path: folder + "/bank.sqlite", run: "a")
            let address = Sample.address()
            let entry = try bank.open(address, bound: Sample.bound)
            let elsewhere = Sample.address(index: 1)
            func abandon(_ address: DrawAddress, _ entry: Int64) -> BankError.Code? {
                let error = #expect(throws: BankError.self) {
                    try bank.abandon(
                        address,
                        usage: Sample.usage,
                        entry: entry,
                        billed: Sample.bill
                    )
                }
                return error?.code
            }
            #expect(abandon(elsewhere, entry) == .misused)
            #expect(abandon(address, entry + 1) == .misused)
            #expect(try bank.failedAttempts(at: elsewhere).isEmpty)
            try bank.abandon(address, usage: nil, entry: entry, billed: Sample.bill)
            #expect(abandon(address, entry) == .misused)
            #expect(try bank.billed(run: "a") == Sample.bill)
            #expect(try bank.failedAttempts(at: address).isEmpty)
        }
    }
}
