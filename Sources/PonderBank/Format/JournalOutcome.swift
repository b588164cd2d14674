/// How an attempt in the journal ended; an open attempt has none.
enum JournalOutcome: String {
    /// Its draw was recorded.
    case draw
    /// Its draw was dropped, because another one was recorded first.
    case duplicate
    /// It brought no draw; what it used is charged with the address.
    case failed
    /// It was cut off: billed, but no part of any charge.
    case cancelled
    /// Its process died before it was settled.
    case lost
}
