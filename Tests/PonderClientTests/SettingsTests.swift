import PonderClient
import PonderCore
import Testing

struct SettingsTests {
    @Test(arguments: [
        ("http://127.0.0.1:8091/v1", "http://127.0.0.1:8091/v1"),
        ("https://api.example.com/v1/", "https://api.example.com/v1"),
        ("HTTP://[::1]:80", "http://[::1]:80"), ("http://host//", "http://host"),
    ])
    func `addresses are read`(text: String, expected: String) throws {
        #expect(try ServerAddress(text).description == expected)
    }

    @Test(arguments: [
        "", "localhost:80", "ftp://host", "http://", "http:///v1", "http://:80/v1",
        "http://host:0", "http://host:65536", "http://host:x", "http://ho st/", "http://host/?a=b",
        "http://host/#a", "http://hést/",
    ])
    func `what is no address is refused by name`(text: String) {
        #expect { try ServerAddress(text) } throws: { error in
            guard let error = error as? ModelError else { return false }
            return error.code == .badRequest && error.message.contains(text)
        }
    }

    @Test func `a password in an address is refused and not repeated`() {
        #expect { try ServerAddress("http://me:hunter2@host/v1") } throws: { error in
            guard let error = error as? ModelError else { return false }
            return !error.message.contains("hunter2")
        }
    }

    @Test func `a key shows its variable and never itself`() throws {
        let key = try APIKey("sk-secret", variable: "LAB_KEY")
        var dumped = ""
        dump(key, to: &dumped)
        for text in ["\(key)", String(reflecting: key), dumped] {
            #expect(text.contains("LAB_KEY"))
            #expect(!text.contains("sk-secret"))
        }
    }

    @Test(arguments: ["", "a b", "a\nb", "kéy"])
    func `a key that no header can carry is refused without being repeated`(secret: String) {
        #expect { try APIKey(secret, variable: "LAB_KEY") } throws: { error in
            guard let error = error as? ModelError else { return false }
            return error.code == .authentication && error.message.contains("LAB_KEY")
                && (secret.isEmpty || !error.message.contains(secret))
        }
    }

    @Test(arguments: ["[]", "{", #"{"max_tokens": 9}"#, #"{"a": 1, "n": 3}"#, #"{"stream": true}"#])
    func `extra fields cannot replace those of the request`(text: String) {
        #expect { try ExtraFields(json: text) } throws: {
            ($0 as? ModelError)?.code == .badRequest
        }
    }

    @Test func `every preset can be found by its name`() {
        #expect(
            OpenAIDialect.presets.map(\.name)
                == ["generic", "llama.cpp", "vllm", "openai", "openai-reasoning"]
        )
        for (name, dialect) in OpenAIDialect.presets {
            #expect(OpenAIDialect.preset(named: name) == dialect)
        }
        #expect(OpenAIDialect.preset(named: "gpt") == nil)
    }

    @Test func `capabilities are what the settings declare`() throws {
        var settings = OpenAIModelSettings(
            address: try ServerAddress("http://host/v1"),
            model: "m",
            dialect: .llamaServer
        )
        settings.drawsPerCall = 4
        settings.tokenCounting = .llamaServer
        #expect(
            settings.capabilities
                == ModelCapabilities(
                    topLogProbabilities: 20,
                    continuesPartialReply: true,
                    acceptsSeed: true,
                    constraints: [.jsonSchema, .grammar, .choice],
                    drawsPerCall: 4,
                    countsTokensExactly: true,
                    separatesThinking: true,
                    samplingParameters: [.temperature, .topP, .topK, .minP]
                )
        )
        settings.dialect = .openAI
        settings.endpoint = .completions(separator: "\n")
        #expect(settings.capabilities.constraints.isEmpty)
        #expect(settings.capabilities.continuesPartialReply)
        #expect(settings.identity == ModelIdentity(provider: "openai", name: "m"))
    }

    @Test func `settings that contradict each other are refused`() async throws {
        var settings = OpenAIModelSettings(
            address: try ServerAddress("http://host/v1"),
            model: "m",
            dialect: .llamaServer
        )
        settings.dialect.continuation = .appliedTemplate
        let contradictory = settings
        settings.dialect = .generic
        settings.concurrency = 0
        for settings in [contradictory, settings] {
            await #expect {
                try await withOpenAIModel(settings) { _ in }
            } throws: { ($0 as? ModelError)?.code == .badRequest }
        }
    }
}
