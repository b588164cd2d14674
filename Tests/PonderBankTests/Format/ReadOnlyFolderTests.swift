import Foundation
import PonderBank
import PonderCore
import Testing

struct ReadOnlyFolderTests {
    /// Makes a folder and what it holds read-only, and takes the privilege away to write anyway.
    private static func seal(_ folder: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            chmod(folder + "/" + name, 0o444)
        }
        chmod(folder, 0o555)
        if geteuid() == 0 { #expect(setuid(65_534) == 0) }
        #expect(!FileManager.default.isWritableFile(atPath: folder))
    }

    @Test func `A bank in a read-only folder can be replayed`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/a bank?#.sqlite"
            let bank = try DrawBank(path: path, run: "a")
            try Sample.take(in: bank)
            try bank.close()
            await #expect(processExitsWith: .success) {
                [folder = folder as String, path = path as String] in
                try Self.seal(folder)
                let bank = try DrawBank(replaying: path)
                #expect(try bank.draws(at: Sample.address()) == [Sample.draw()])
                let error = #expect(throws: BankError.self) {
                    try DrawBank(path: path, run: "b")
                }
                #expect(error?.code == .readOnly || error?.code == .inputOutput)
            }
            chmod(folder, 0o755)
        }
    }

    @Test func `A replay never overlooks draws that are still in the log`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/bank.sqlite"
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
                let bank = try DrawBank(path: path, run: "a")
                try Sample.take(in: bank)
                _ = withExtendedLifetime(bank) { kill(getpid(), SIGKILL) }
            }
            try FileManager.default.removeItem(atPath: path + "-shm")
            await #expect(processExitsWith: .success) {
                [folder = folder as String, path = path as String] in
                try Self.seal(folder)
                let error = #expect(throws: BankError.self) { try DrawBank(replaying: path) }
                #expect(error?.code == .readOnly)
            }
            chmod(folder, 0o755)
        }
    }
}
