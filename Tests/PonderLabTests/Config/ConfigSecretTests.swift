import PonderLab
import PonderTasks
import Testing

struct ConfigSecretTests {
    private static let text = ConfigFixture.config([
        3: "  m: {provider: openai, base-url: h, model: q, api-key: '${LAB_KEY}'}"
    ])

    @Test func `A secret reaches the provider's settings and nothing that is printed`() throws {
        let experiment = try ConfigFixture.load(Self.text)
        let secret = try #require(experiment.models.first?.secrets["api-key"])
        #expect(secret.value == ConfigFixture.key)
        #expect("\(secret)" == "${LAB_KEY}")
        var dumped = ""
        dump(experiment, to: &dumped)
        for printed in [
            dumped, "\(experiment)", String(reflecting: experiment), experiment.resolvedYAML,
        ] {
            #expect(!printed.contains(ConfigFixture.key))
        }
        #expect(experiment.resolvedYAML.contains("api-key: \"${LAB_KEY}\""))
    }

    @Test func `A literal secret is refused without being repeated`() {
        let text = Self.text.replacing("'${LAB_KEY}'", with: "sk-very-secret")
        let mistakes = ConfigFixture.mistakes(text)
        #expect(mistakes.count == 1)
        #expect(!mistakes.contains { $0.description.contains("sk-very-secret") })
    }

    @Test(arguments: ["${}", "${1A}", "$LAB_KEY", "${LAB_KEY", "Bearer ${LAB_KEY}", "${LAB-KEY}"])
    func `Only a whole reference is one`(_ reference: String) {
        let text = Self.text.replacing("${LAB_KEY}", with: reference)
        let mistakes = ConfigFixture.mistakes(text)
        #expect(mistakes.count == 1)
        #expect(mistakes.first?.message.contains("write ${NAME}") == true)
    }

    @Test func `A reference in a prompt is plain text`() throws {
        let text = ConfigFixture.config([
            5: "  - {task: gsm8k, data: d.jsonl, prompt: {system: 'Pay ${LAB_KEY}'}}"
        ])
        #expect(try ConfigFixture.load(text).tasks.first?.prompt.system == "Pay ${LAB_KEY}")
    }
}
