extension DrawSource {
    /// The same source, with the draws that are read kept at hand while the copy lives.
    package func cached() -> DrawSource {
        var copy = self
        copy.store = store.map { CachedDrawStore($0) }
        return copy
    }
}
