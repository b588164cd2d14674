/// A value of a config with the place where it is written.
struct Located<Value> {
    var value: Value
    var position: SourcePosition

    init(_ value: Value, _ position: SourcePosition) {
        self.value = value
        self.position = position
    }

    func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
        Located<Other>(transform(value), position)
    }
}

extension Located: Equatable where Value: Equatable {}

extension Located: Sendable where Value: Sendable {}
