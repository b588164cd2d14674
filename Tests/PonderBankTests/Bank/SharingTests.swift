import PonderBank
import PonderCore
import Testing

struct SharingTests {
    private static let count = 40

    /// Takes draws at the same addresses as everybody else.
    private static func takeAll(_ text: String, in bank: DrawBank) throws {
        for index in 0..<count {
            let request = Sample.request("Question \(index % 5)?")
            let address = Sample.address(of: request, index: index)
            try Sample.take(Sample.draw(text), at: address, of: request, in: bank)
        }
    }

    /// Returns how many draws of each text the bank holds.
    private static func winners(in bank: DrawBank) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for index in 0..<count {
            let request = Sample.request("Question \(index % 5)?")
            let draws = try bank.draws(at: Sample.address(of: request, index: index))
            #expect(draws.count == 1)
            for draw in draws { counts[draw.reply.text, default: 0] += 1 }
        }
        return counts
    }

    private static var allBills: Spend {
        (0..<count).reduce(.zero) { sum, _ in sum + Sample.bill }
    }

    @Test func `Two banks on one file write at a time without losing anything`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/bank.sqlite"
            try await withThrowingTaskGroup(of: Void.self) { group in
                for name in ["a", "b"] {
                    group.addTask {
                        try Self.takeAll(name, in: try DrawBank(path: path, run: name))
                    }
                }
                try await group.waitForAll()
            }
            let bank = try DrawBank(replaying: path)
            let winners = try Self.winners(in: bank)
            #expect(winners.values.reduce(0, +) == Self.count)
            #expect(try bank.billed(run: "a") == Self.allBills)
            #expect(try bank.billed(run: "b") == Self.allBills)
        }
    }

    @Test func `Tasks share one bank`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/bank.sqlite"
            let bank = try DrawBank(path: path, run: "a")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for name in ["x", "y", "z"] { group.addTask { try Self.takeAll(name, in: bank) } }
                try await group.waitForAll()
            }
            #expect(try Self.winners(in: bank).values.reduce(0, +) == Self.count)
            let bills = Self.allBills + Self.allBills + Self.allBills
            #expect(try bank.billed(run: "a") == bills)
        }
    }

    @Test func `Two processes create and fill one bank at a time`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/bank.sqlite"
            async let child: ExitTest.Result? = #expect(processExitsWith: .success) {
                [path = path as String] in
                try Self.takeAll("child", in: try DrawBank(path: path, run: "child"))
            }
            async let sibling: ExitTest.Result? = #expect(processExitsWith: .success) {
                [path = path as String] in
                try Self.takeAll("sibling", in: try DrawBank(path: path, run: "sibling"))
            }
            _ = await (child, sibling)
            let bank = try DrawBank(replaying: path)
            #expect(try Self.winners(in: bank).values.reduce(0, +) == Self.count)
            #expect(try bank.billed(run: "child") == Self.allBills)
            #expect(try bank.billed(run: "sibling") == Self.allBills)
        }
    }
}
