import Foundation
import TestSupport
import Testing

/// What caseworkers and leaders are told when something cannot be follows `language`.
@Suite struct CommandLanguageTests {
    /// What is told in each language; `FILES` stands for files of updates, `NONE` for where nothing lies.
    struct Told: CustomTestStringConvertible, Sendable {
        let command: [String]
        let status: Int32
        let danish: String
        let english: String

        init(_ command: String, _ status: Int32, _ danish: String, _ english: String) {
            self.command = command.split(separator: " ").map(String.init)
            (self.status, self.danish, self.english) = (status, danish, english)
        }

        var testDescription: String { command.joined(separator: " ") }
    }

    private static let updates = """
        {"id": "a-1", "case": "2026-0417", "event": "sag.oprettet", "at": "2026-03-02", "caseworker": "mhs", "team": "nord"}
        {"id": "t-1", "case": "team/nord", "event": "ledelsestilsyn.udtaget", "at": "2026-06-01", "ref": "2026-1", \
        "data": {"sag": "2026-0417"}}
        {"id": "t-2", "case": "team/syd", "event": "ledelsestilsyn.udtaget", "at": "2026-06-01", "ref": "andet", \
        "data": {"sag": "2026-0999"}}

        """

    private static let review = [
        Told(
            "review draw --team norf --cases 3 --dry-run FILES", 65,
            "organisationen har ikke noget team »norf«; mente du »nord«?\n",
            "the organisation has no team “norf”; did you mean “nord”?\n"),
        Told(
            "review draw --team nord --cases 3 --as mhs --dry-run FILES", 65,
            "mhs leder ingen i organisationen, og kun en leder kan udtage sager til ledelsestilsyn",
            "mhs leads nobody in the organisation, and only a leader draws cases to read"),
        Told(
            "review draw --team nord --cases 3 --theme anbringelse --dry-run FILES", 65,
            "intet tema hedder »anbringelse«; der er ", "no theme is called “anbringelse”; there are "),
        Told(
            "review draw --team nord --cases 3 --theme anbringelse --dry-run FILES", 65,
            "; mente du »anbringelser«?\n", "; did you mean “anbringelser”?\n"),
        Told(
            "review draw --team nord --cases 1 --dry-run FILES", 0, "der er ingen sager at udtage\n",
            "there is no case to draw\n"),
        Told(
            "review sheets 2025-2 --team nord --to NONE FILES", 1,
            "der er ikke udtaget sager i team nord til et ledelsestilsyn »2025-2«; der er 2026-1\n",
            "nothing was drawn by team nord for a review “2025-2”; there are 2026-1\n"),
        Told(
            "review sheets andet --to NONE FILES", 1,
            "team syd har udtaget sag 2026-0999, men der er ikke registreret noget i den\n",
            "nothing is known of the case 2026-0999, which team syd has drawn\n"),
        Told(
            "review sheets 2026-1 --team nord --to EMPTY FILES", 1, "(Not a directory); angiv en anden mappe\n",
            "(Not a directory); name another directory\n"),
        Told("review report --team syd FILES", 0, "Der er ingen sager at vise.\n", "There are no cases to show.\n"),
        Told(
            "review report --team norf FILES", 65, "organisationen har ikke noget team »norf«",
            "the organisation has no team “norf”"),
    ]

    private static let looking = [
        Told(
            "deadlines --team nrod FILES", 0,
            "ingen frister svarer til det, der er valgt; organisationen har ikke noget team »nrod«; mente du »nord«?\n",
            "no requirement matches; the organisation has no team “nrod”; did you mean “nord”?\n"),
        Told(
            "deadlines --rule paragraf-11-varighed FILES", 1,
            "reglen »paragraf-11-varighed« hedder nu »forebyggende-varighed«\n",
            "the rule “paragraf-11-varighed” is now called “forebyggende-varighed”\n"),
        Told("deadlines --updates NONE", 65, "NONE findes ikke\n", "NONE does not exist\n"),
        Told("notices --failed FILES", 0, "ingen beskeder svarer til det, der er valgt\n", "no notice matches\n"),
        Told(
            "compliance --from 1999-01-01 --to 1999-12-31 FILES", 0,
            "ingen frister forfalder fra 01-01-1999 til 31-12-1999\n",
            "no requirement is due from 1999-01-01 to 1999-12-31\n"),
        Told(
            "digest --for ukendt FILES", 1, "ingen hedder »ukendt«: navnet står ikke i organisationen, ",
            "nobody is called “ukendt”: no role or entry in the organisation "),
        Told(
            "digest --for mhs --period month FILES", 0, "mhs leder ingen: her er de sager, som mhs har",
            "mhs leads nobody: these are the cases mhs holds"),
    ]

    private static let feeding = [
        Told("submit NONE", 65, "NONE findes ikke\n", "NONE does not exist\n"),
        Told("submit --wait EMPTY", 0, "der var ingen registreringer at aflevere\n", "there was no update to submit\n"),
        Told(
            "submit GIVEN", 1, "; fristd opretter mappen, når det starter første gang: er det installeret?\n",
            "; fristd makes the directory when it first starts: is it installed?\n"),
    ]

    private func outcome(_ told: Told, in language: String) throws -> (BuiltProgram.Outcome, nowhere: String) {
        let configuration = try ScratchConfiguration(wholeLaw: true)
        if language != "da" {
            try configuration.replace(
                "#language = \"da\"", with: "language = \"\(language)\"", in: "fristd.toml")
        }
        let files = configuration.path("updates.jsonl")
        try Self.updates.write(toFile: files, atomically: true, encoding: .utf8)
        try "".write(toFile: configuration.path("empty.jsonl"), atomically: true, encoding: .utf8)
        let nowhere = configuration.path("nowhere")
        let words = told.command.flatMap { word in
            switch word {
            case "FILES": ["--updates", files, "--as-of", "2026-06-10T08:00:00+02:00"]
            case "NONE": [nowhere]
            case "EMPTY": [configuration.path("empty.jsonl")]
            case "GIVEN": [files]
            default: [word]
            }
        }
        return (try fristctl(configuration, arguments: words), nowhere)
    }

    @Test(arguments: review + looking + feeding)
    func `what cannot be is told in the language of the configuration`(told: Told) throws {
        for (language, text) in [("da", told.danish), ("en", told.english)] {
            let (outcome, nowhere) = try outcome(told, in: language)
            #expect(outcome.status == told.status, "\(language): \(outcome)")
            #expect(outcome.errors.contains(text.replacing("NONE", with: nowhere)), "\(language): \(outcome)")
        }
    }
}
