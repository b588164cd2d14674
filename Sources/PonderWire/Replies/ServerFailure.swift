/// What a server says of a failure, in any of the shapes that servers use.
package struct ServerFailure: Hashable, Sendable {
    /// What the server said.
    package var message: String

    /// The kind of failure, in the server's words.
    package var type: String?

    /// The server's own code: a word, or an HTTP status in digits.
    package var code: String?

    /// Creates a failure.
    package init(message: String, type: String? = nil, code: String? = nil) {
        self.message = message
        self.type = type
        self.code = code
    }

    /// Reads a failure; `nil` when the value is not one.
    ///
    /// Known shapes: `{"error": {"message": …}}` (OpenAI, llama.cpp), `{"error": "…"}`,
    /// `{"object": "error", "message": …}` (older vLLM), `{"detail": …}` (FastAPI).
    package init?(json: JSONValue) {
        if let error = json["error"] {
            if let text = error.string {
                self.init(message: text)
            } else {
                self.init(members: error)
            }
        } else if json["object"]?.string == "error" {
            self.init(members: json)
        } else if json["choices"] == nil, let detail = json["detail"] {
            let text = detail.string ?? String(decoding: detail.utf8, as: UTF8.self)
            self.init(message: text)
        } else {
            return nil
        }
    }

    private init(members json: JSONValue) {
        message = json["message"]?.string ?? String(decoding: json.utf8, as: UTF8.self)
        type = json["type"]?.string
        code = json["code"]?.string ?? json["code"]?.integer.map(String.init)
    }
}
