internal import NIOCore
internal import NIOHTTP1

/// Reads how long a server asks to wait.
enum RetryAfter {
    /// Returns the delay that headers ask for; `nil` if they ask for none or cannot be read.
    ///
    /// `retry-after-ms` counts before `Retry-After`, which holds seconds or a date. A date is taken
    /// relative to the response's own `Date`, so that no clock needs to agree with the server's.
    /// Source: RFC 9110, sections 10.2.3 and 5.6.7 (the preferred form of dates only).
    static func delay(in headers: HTTPHeaders) -> Duration? {
        if let text = headers.first(name: "retry-after-ms"), let number = seconds(text) {
            return number / 1000
        }
        guard let text = headers.first(name: "Retry-After") else { return nil }
        if let number = seconds(text) { return number }
        guard let until = date(text), let now = headers.first(name: "Date").flatMap(date) else {
            return nil
        }
        return .seconds(max(0, until - now))
    }

    private static func seconds(_ text: String) -> Duration? {
        guard let number = Double(text), (0...1e9).contains(number) else { return nil }
        return .milliseconds(Int((number * 1000).rounded(.up)))
    }

    /// Seconds since 1970 of a date such as `Sun, 06 Nov 1994 08:49:37 GMT`.
    private static func date(_ text: String) -> Int? {
        let parts = text.split(whereSeparator: { " :,".contains($0) })
        guard parts.count == 8, parts[7] == "GMT",
            let day = Int(parts[1]), (1...31).contains(day),
            let month = months.firstIndex(of: parts[2]),
            let year = Int(parts[3]), (1970...9999).contains(year),
            let hour = Int(parts[4]), (0...23).contains(hour),
            let minute = Int(parts[5]), (0...59).contains(minute),
            let second = Int(parts[6]), (0...60).contains(second)
        else { return nil }
        return ((days(year, month + 1, day) * 24 + hour) * 60 + minute) * 60 + second
    }

    private static let months: [Substring] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    }
}
