/// Says whether two numbers agree to an absolute tolerance; equal infinities agree.
func isClose(_ a: Double?, _ b: Double, within tolerance: Double = 1e-12) -> Bool {
    guard let a else { return false }
    return a == b || abs(a - b) <= tolerance
}
