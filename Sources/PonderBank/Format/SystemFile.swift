import Foundation

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// File operations that Foundation offers only in a form that can replace or lose a file.
enum SystemFile {
    /// Gives a file a second name unless that name is taken, which is not a problem.
    ///
    /// - Returns: what the system said if it refused.
    static func link(_ path: String, to name: String) -> String? {
        failure(of: systemLink(path, name), except: EEXIST)
    }

    /// Renames a file, replacing what has the new name, in one step.
    ///
    /// - Returns: what the system said if it refused.
    static func rename(_ path: String, to name: String) -> String? {
        failure(of: systemRename(path, name))
    }

    /// Removes a file if it is there.
    static func remove(_ path: String) { _ = unlink(path) }

    /// What the system said last, in words.
    static var lastError: String { String(cString: strerror(errno)) }

    private static func failure(of result: CInt, except accepted: CInt? = nil) -> String? {
        result == 0 || errno == accepted ? nil : lastError
    }
}

private func systemLink(_ path: String, _ name: String) -> CInt { link(path, name) }

private func systemRename(_ path: String, _ name: String) -> CInt { rename(path, name) }
