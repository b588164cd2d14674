/// Lists every subset of `0..<count` with `size` elements, for brute-force references.
func subsets(of count: Int, size: Int) -> [[Int]] {
    guard size > 0 else { return [[]] }
    guard count >= size else { return [] }
    let without = subsets(of: count - 1, size: size)
    let with = subsets(of: count - 1, size: size - 1).map { $0 + [count - 1] }
    return without + with
}
