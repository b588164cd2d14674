import Foundation
import GRDB
import PonderCore

/// The three columns that hold an address.
struct AddressColumns {
    let key: Data
    let stream: Data
    let index: Int

    init(_ address: DrawAddress) {
        self.init(
            key: address.key.digest,
            stream: address.stream.digest,
            index: address.index
        )
    }

    init(key: Digest, stream: Digest, index: Int) {
        precondition(index >= 0, "the index of a draw cannot be negative: \(index)")
        self.key = Data(key.bytes)
        self.stream = Data(stream.bytes)
        self.index = index
    }

    /// The columns in the order `key, stream, idx`.
    var arguments: StatementArguments { [key, stream, index] }
}
