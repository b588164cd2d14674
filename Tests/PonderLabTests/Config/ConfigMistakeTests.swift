import PonderLab
import Testing

struct ConfigMistakeTests {
    @Test(arguments: ConfigMistake.form)
    func `Each mistake of form is reported once, where it is`(_ mistake: ConfigMistake) throws {
        try expectOnly(mistake)
    }

    @Test(arguments: ConfigMistake.sense)
    func `Each mistake of sense is reported once, where it is`(_ mistake: ConfigMistake) throws {
        try expectOnly(mistake)
    }

    private func expectOnly(_ mistake: ConfigMistake) throws {
        let found = ConfigFixture.mistakes(mistake.text)
        let first = try #require(found.first)
        #expect(found.count == 1, "\(found)")
        #expect(first.position?.description == mistake.place)
        #expect(first.message.contains(mistake.message), "\(first.message)")
        #expect(first.path == "lab/config.yaml")
    }
}
