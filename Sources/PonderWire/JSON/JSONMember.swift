/// One name and value of a JSON object.
package struct JSONMember: Hashable, Sendable {
    /// The name.
    package var name: String

    /// The value.
    package var value: JSONValue

    /// Creates a member.
    package init(_ name: String, _ value: JSONValue) {
        self.name = name
        self.value = value
    }
}
