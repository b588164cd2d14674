import PonderCore
import Testing

@Suite
struct SettingValuesTests {
    private static let specs = [
        SettingSpec("draws", .integer(1...100), default: .integer(8), "How many draws."),
        SettingSpec("width", .integer(1...Int.max), "How many at a time."),
        SettingSpec("share", .number(0...1, excludesLowerBound: true), "What share."),
        SettingSpec("scale", .number(2.0...Double.infinity), default: .number(3), "What scale."),
        SettingSpec("rule", .choice(["beta", "window"]), default: .text("beta"), "Which rule."),
        SettingSpec("greedy", .flag, default: .flag(false), "Whether greedy."),
        SettingSpec("prompt", .text, isRequired: true, "The prompt."),
        SettingSpec("stops", .list, "The stop strings."),
    ]

    private static let prompt: [String: SettingValue] = ["prompt": .text("go")]

    @Test
    func `defaults fill in what is not given`() throws {
        let values = try SettingValues(Self.prompt, for: Self.specs)
        #expect(values.integer("draws") == 8)
        #expect(values.number("scale") == 3)
        #expect(values.text("rule") == "beta")
        #expect(!values.flag("greedy"))
        #expect(values.optionalInteger("width") == nil)
        #expect(values.optionalNumber("share") == nil)
        #expect(values.list("stops") == [])
    }

    @Test
    func `given values win, and a whole number is a number`() throws {
        let given: [String: SettingValue] = [
            "draws": .integer(100), "scale": .integer(2), "share": .number(1),
            "rule": .text("window"),
            "greedy": .flag(true), "stops": .list(["a", "b"]), "prompt": .text(""),
        ]
        let values = try SettingValues(given, for: Self.specs)
        #expect(values.integer("draws") == 100)
        #expect(values.number("scale") == 2)
        #expect(values.number("share") == 1)
        #expect(values.text("rule") == "window")
        #expect(values.flag("greedy"))
        #expect(values.list("stops") == ["a", "b"])
    }

    @Test(arguments: [
        (
            "draws", SettingValue.integer(0),
            "0 is outside from 1 to 100; give a whole number from 1 to 100"
        ),
        ("draws", .integer(101), "101 is outside from 1 to 100; give a whole number from 1 to 100"),
        ("draws", .number(2.5), "'2.5' is not a whole number from 1 to 100"),
        ("width", .integer(0), "0 is outside of at least 1; give a whole number of at least 1"),
        ("share", .number(0), "0.0 is not a number above 0.0, from 0.0 to 1.0"),
        ("share", .number(.nan), "nan is not a number above 0.0, from 0.0 to 1.0"),
        ("scale", .integer(1), "1.0 is not a number of at least 2.0"),
        ("rule", .text("gamma"), "'gamma' is not one of beta, window"),
        ("greedy", .text("yes"), "'yes' is not true or false"),
        ("stops", .text("x"), "'x' is not a list of texts"),
        ("prompt", .integer(1), "'1' is not a text"),
    ])
    func `an impossible value is an error that says what to give`(
        _ name: String,
        _ value: SettingValue,
        _ message: String
    ) throws {
        let given = Self.prompt.merging([name: value]) { $1 }
        let error = try #require(throws: SettingError.self) {
            try SettingValues(given, for: Self.specs)
        }
        #expect(error.name == name)
        #expect(error.message == message)
    }

    @Test
    func `an unknown name is an error that lists the known ones`() throws {
        let given = Self.prompt.merging(["drawz": .integer(1)]) { $1 }
        let error = try #require(throws: SettingError.self) {
            try SettingValues(given, for: Self.specs)
        }
        #expect(error.name == "drawz")
        #expect(error.message.contains("draws, greedy, prompt"))
        let none = try #require(throws: SettingError.self) { try SettingValues(given, for: []) }
        #expect(none.message == "takes no settings")
    }

    @Test
    func `a missing value that is required is an error`() throws {
        let error = try #require(throws: SettingError.self) {
            try SettingValues([:], for: Self.specs)
        }
        #expect(error.description == "prompt: is missing; give a text")
    }
}
