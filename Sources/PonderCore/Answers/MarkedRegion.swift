/// A part of a text that an answer is marked to stand in.
package struct MarkedRegion: Hashable, Sendable {
    /// The bytes.
    package var range: Range<Int>

    /// Whether the end can be seen, so that no more text could change what stands in it.
    package var isClosed: Bool
}
