import PonderCore
import Testing

@Suite
struct CanonicalBytesTests {
    @Test
    func `the format never changes`() {
        var bytes = CanonicalBytes(label: "label")
        bytes.write(258)
        bytes.write(-2)
        bytes.write(-0.0)
        bytes.write(1.5)
        bytes.write("é")
        bytes.write(nil as String?) { $0.write($1) }
        bytes.write("x") { $0.write($1) }
        bytes.write(list: ["a", "b"]) { $0.write($1) }
        let expected: [[UInt8]] = [
            [0, 0, 0, 0, 0, 0, 0, 5, 108, 97, 98, 101, 108],
            [0, 0, 0, 0, 0, 0, 1, 2],
            [255, 255, 255, 255, 255, 255, 255, 254],
            [0, 0, 0, 0, 0, 0, 0, 0],
            [63, 248, 0, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 0, 0, 0, 2, 195, 169],
            [0],
            [1, 0, 0, 0, 0, 0, 0, 0, 1, 120],
            [0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1, 97, 0, 0, 0, 0, 0, 0, 0, 1, 98],
        ]
        #expect(bytes.bytes == Array(expected.joined()))
    }

    @Test
    func `texts keep their bounds`() {
        var (first, second) = (CanonicalBytes(label: "t"), CanonicalBytes(label: "t"))
        first.write("ab")
        first.write("c")
        second.write("a")
        second.write("bc")
        #expect(first.digest != second.digest)
    }

    @Test
    func `canonically equal texts with other bytes are other values`() {
        var (composed, decomposed) = (CanonicalBytes(label: "t"), CanonicalBytes(label: "t"))
        composed.write("\u{E9}")
        decomposed.write("e\u{301}")
        #expect(composed.digest != decomposed.digest)
    }
}
