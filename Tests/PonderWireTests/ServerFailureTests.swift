import PonderWire
import Testing

struct ServerFailureTests {
    @Test(arguments: [
        (
            #"{"error":{"code":400,"message":"m","type":"t"}}"#,
            ServerFailure(message: "m", type: "t", code: "400")
        ),
        (#"{"error":{"code":"c","message":"m"}}"#, ServerFailure(message: "m", code: "c")),
        (#"{"error":"m"}"#, ServerFailure(message: "m")),
        (
            #"{"object":"error","message":"m","type":"t","code":404}"#,
            ServerFailure(message: "m", type: "t", code: "404")
        ),
        (#"{"detail":"Not Found"}"#, ServerFailure(message: "Not Found")),
        (#"{"detail":[{"msg":"x"}]}"#, ServerFailure(message: #"[{"msg":"x"}]"#)),
        (#"{"error":{"weird":1}}"#, ServerFailure(message: #"{"weird":1}"#)),
    ])
    func `failures of every known shape are read`(text: String, expected: ServerFailure) throws {
        #expect(ServerFailure(json: try JSONParser.parse(text)) == expected)
    }

    @Test(arguments: [#"{"choices":[]}"#, #"{"choices":[],"error":null}"#, "[]", "{}"])
    func `what is no failure is not read as one`(text: String) throws {
        #expect(ServerFailure(json: try JSONParser.parse(text)) == nil)
    }
}
