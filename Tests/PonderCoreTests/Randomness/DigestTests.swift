import PonderCore
import Testing

@Suite
struct DigestTests {
    @Test
    func `a digest survives its bytes and has 32 of them`() throws {
        let digest = SHA256.digest("abc".utf8)
        #expect(try #require(Digest(bytes: digest.bytes)) == digest)
        #expect(Digest(bytes: Array(digest.bytes.dropLast())) == nil)
        #expect(digest.leadingWord == 0xba78_16bf_8f01_cfea)
    }

    @Test
    func `digests are ordered by their bytes`() throws {
        let low = try #require(Digest(bytes: [UInt8](repeating: 0, count: 31) + [255]))
        let high = try #require(Digest(bytes: [1] + [UInt8](repeating: 0, count: 31)))
        #expect(low < high)
        #expect(!(high < low))
    }
}
