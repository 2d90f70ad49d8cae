import Deadlines
import Telling
import TestSupport
import Testing

/// What a decision will need, told once when an investigation ends or a meeting is planned.
@Suite struct ChecklistTests {
    private static let opened = "2024-03-01 sag.oprettet caseworker=mhs team=nord"
    private static let held = "2024-05-02 boernesamtale.afholdt formaal=afgoerelse"
    private static let plan = "2024-05-02 plan.udarbejdet"
    private static let meeting = "2024-05-15 visitation.planlagt dato=2024-06-03"
    private static let all = "boernesamtale-foer-afgoerelse plan-foer-afgoerelse bfu-foer-afgoerelse"
    /// A Saturday: Monday 20 May 2024 was Whit Monday.
    private static let saturday = "2024-05-18 bfu.afsluttet begrundet_stillingtagen=true"

    /// The checklists of 2024-05 in the queue at the end of that month.
    private func lists(_ lines: [String]) throws -> [String] {
        let queue = try NoticeStory(lines, under: Shipped.law).replay(
            until: try #require(Instant("2024-06-01T00:00:00+02:00")))
        return try queue.filter { $0.notice.stage == .checklist }.map { queued in
            let time = try Shipped.zone.text(of: queued.scheduled).prefix(16)
            let lacking = queued.notice.items.map(\.subject).joined(separator: " ")
            return "\(time) \(queued.notice.recipient.person) \(queued.state.rawValue): \(lacking)"
        }.filter { $0.hasPrefix("2024-05") }.sorted()
    }

    @Test(arguments: [
        ("2024-05-15", "2024-05-15T08:00"), ("2024-05-15T07:59:00+02:00", "2024-05-15T08:00"),
        ("2024-05-15T10:00:00+02:00", "2024-05-16T08:00"), ("2024-05-18", "2024-05-21T08:00"),
    ])
    func anInvestigationThatEndsTellsAtTheNextOpening(end: String, opening: String) throws {
        #expect(
            try lists([Self.opened, "\(end) bfu.afsluttet"]) == [
                "\(opening) mhs sent: boernesamtale-foer-afgoerelse plan-foer-afgoerelse"
            ])
    }

    @Test func aMeetingWithNothingRegistered() throws {
        #expect(try lists([Self.opened, Self.meeting]) == ["2024-05-15T08:00 mhs sent: \(Self.all)"])
    }

    @Test(arguments: [
        ([held], "plan-foer-afgoerelse bfu-foer-afgoerelse"),
        ([plan], "boernesamtale-foer-afgoerelse bfu-foer-afgoerelse"),
        (["2024-05-02 bfu.opdateret"], "boernesamtale-foer-afgoerelse plan-foer-afgoerelse"),
        (["2024-05-02 boernesamtale.fravalgt formaal=afgoerelse"], "plan-foer-afgoerelse bfu-foer-afgoerelse"),
        (["2024-05-02 boernesamtale.afholdt formaal=bfu"], all),
        (["2024-05-02 sag.oprettet foedt=2024-01"], "plan-foer-afgoerelse bfu-foer-afgoerelse"),
        // Done for an earlier decision.
        ([held, plan, "2024-05-03 afgoerelse.truffet type=akut"], all),
    ])
    func onlyWhatIsLacking(registered: [String], lacking: String) throws {
        #expect(try lists([Self.opened, Self.meeting] + registered) == ["2024-05-15T08:00 mhs sent: \(lacking)"])
    }

    @Test func nothingWhenAllIsRegistered() throws {
        #expect(try lists([Self.opened, Self.held, Self.plan, "2024-05-15 bfu.afsluttet"]) == [])
    }

    @Test func oneForTwoReasonsOnADay() throws {
        #expect(try lists([Self.opened, Self.meeting, "2024-05-15 visitation.planlagt dato=2024-06-10"]).count == 1)
    }

    @Test(arguments: [
        ["2024-05-19 boernesamtale.afholdt formaal=afgoerelse", "2024-05-19 plan.udarbejdet"],
        ["2024-05-19 afgoerelse.truffet type=stoettende"], ["2024-05-19 sag.afsluttet"],
    ])
    func withdrawnBeforeItWentOut(lines: [String]) throws {
        let lists = try lists([Self.opened, Self.saturday] + lines)
        #expect(lists.count == 1)
        #expect(lists.allSatisfy { $0.hasPrefix("2024-05-21T08:00 mhs withdrawn") })
    }

    @Test func registeredInPartBeforeItWentOutItListsTheRest() throws {
        let lists = try lists([Self.opened, Self.saturday, "2024-05-19 boernesamtale.afholdt formaal=afgoerelse"])
        #expect(lists == ["2024-05-21T08:00 mhs sent: plan-foer-afgoerelse"])
    }

    @Test func sentOnceThoughSomethingIsRegisteredLater() throws {
        let lists = try lists([Self.opened, Self.meeting, "2024-05-22 plan.udarbejdet", "2024-05-24 bfu.opdateret"])
        #expect(lists == ["2024-05-15T08:00 mhs sent: \(Self.all)"])
    }

    @Test func `a child who grows old enough meanwhile is to be heard`() throws {
        let opened = "2024-03-01 sag.oprettet caseworker=mhs team=nord foedt=2023-05"
        let lists = try lists([opened, "2024-04-20 plan.udarbejdet", "2024-04-25 bfu.afsluttet"])
        #expect(lists == ["2024-05-01T08:00 mhs sent: boernesamtale-foer-afgoerelse"])
    }

    @Test func withoutCaseworkerTheKoordinatorIsTold() throws {
        #expect(try lists([Self.meeting]) == ["2024-05-15T08:00 kor sent: \(Self.all)"])
    }

    private static func ended(_ date: String) -> String { "\(date) bfu.afsluttet begrundet_stillingtagen=true" }
    private static func planned(_ date: String) -> String { "\(date) visitation.planlagt dato=2024-06-20" }

    @Test(arguments: [
        // The second says the same, or less.
        [ended("2024-05-02"), planned("2024-05-03")], [ended("2024-05-02"), planned("2024-05-16")],
        [planned("2024-05-02"), ended("2024-05-03")],
        [ended("2024-05-02"), planned("2024-05-10"), "2024-05-08 plan.udarbejdet"],
        ["2024-04-29 sag.tildelt caseworker=jpe", ended("2024-05-02"), planned("2024-05-03")],
    ])
    func `what was listed a short while before is not listed again`(lines: [String]) throws {
        let lists = try lists([Self.opened] + lines).filter { $0.contains("sent") }
        #expect(lists.count == 1 && lists.allSatisfy { $0.hasPrefix("2024-05-02T08:00") }, "\(lists)")
    }

    @Test(arguments: [
        // Later than 14 days after what was told, whatever was left out between.
        [ended("2024-05-02"), planned("2024-05-17")],
        [ended("2024-05-02"), planned("2024-05-10"), planned("2024-05-17")],
        // To somebody who was not told before.
        [ended("2024-05-08"), "2024-05-13 sag.tildelt caseworker=jpe", planned("2024-05-17")],
        [ended("2024-05-08"), "2024-05-17 sag.tildelt caseworker=jpe", planned("2024-05-17")],
        // Of another course.
        [ended("2024-05-08"), "2024-05-13 afgoerelse.truffet type=stoettende", planned("2024-05-17")],
        [ended("2024-05-08"), "2024-05-13 sag.afsluttet", planned("2024-05-17")],
    ])
    func `what is new to whoever is told is listed`(lines: [String]) throws {
        // What a new caseworker is told besides is another list.
        let lists = try lists([Self.opened] + lines).filter { $0.contains("sent") && !$0.hasSuffix(": ") }
        #expect(lists.count == 2 && lists.last?.hasPrefix("2024-05-17T08:00") == true, "\(lists)")
    }

    private static let placed = "2024-03-01 indsats.ivaerksat ref=i type=anbringelse"
    private static let moving = "udtalelse-foer-flytning plan-foer-hjemgivelse"

    @Test(arguments: [
        // Only from a placement can a child be moved, or go home.
        ([placed], "\(all) \(moving)"), (["2024-03-01 indsats.ivaerksat ref=i type=stoettende"], all),
        ([placed, "2024-05-10 indsats.afsluttet ref=i"], all),
        // Where one is planned, it is one of that kind.
        (["2024-05-14 afgoerelse.planlagt dato=2024-06-03 type=stoettende"], "boernesamtale-foer-afgoerelse"),
        (["2024-05-14 afgoerelse.planlagt dato=2024-06-03 type=anbringelse samtykke=false"], all),
        (
            [placed, "2024-05-14 afgoerelse.planlagt dato=2024-06-03 type=aendret-sted"],
            "boernesamtale-foer-afgoerelse udtalelse-foer-flytning"
        ),
        // Past, so it says nothing any more.
        (["2024-05-10 afgoerelse.planlagt dato=2024-05-14 type=stoettende"], all),
    ])
    func `what each kind of decision that can come lacks`(registered: [String], lacking: String) throws {
        let told = try lists([Self.opened, Self.meeting] + registered).filter { !$0.hasSuffix(": ") }
        #expect(told == ["2024-05-15T08:00 mhs sent: \(lacking)"])
    }

    @Test(arguments: [
        (["2024-05-15 indsats.afsluttet ref=i"], ["2024-05-15T08:00 mhs sent: "]),
        // The case may end with it.
        (["2024-05-15 indsats.afsluttet ref=i", "2024-05-15 sag.afsluttet"], ["2024-05-15T08:00 mhs sent: "]),
        // Two on one day are one, on two days two.
        (
            ["2024-05-15 indsats.afsluttet ref=i", "2024-05-15 indsats.afsluttet ref=j"],
            ["2024-05-15T08:00 mhs sent: "]
        ),
        (
            ["2024-05-15 indsats.afsluttet ref=i", "2024-05-17 indsats.afsluttet ref=j"],
            ["2024-05-15T08:00 mhs sent: ", "2024-05-17T08:00 mhs sent: "]
        ),
        // A preventive course is no measure, and an end of nothing ends none.
        (["2024-05-15 indsats.afsluttet ref=f"], []), (["2024-05-15 indsats.afsluttet ref=x"], []),
    ])
    func `when a measure ends, who is to be told is listed once`(ends: [String], told: [String]) throws {
        let running = [
            "2024-03-01 indsats.ivaerksat ref=i type=aflastning", "2024-03-01 indsats.ivaerksat ref=j type=aflastning",
            "2024-03-01 indsats.ivaerksat ref=f type=paragraf-30",
        ]
        #expect(try lists([Self.opened] + running + ends) == told)
    }

    @Test(arguments: [
        ([opened, "2024-05-15 sag.tildelt caseworker=jpe"], ["2024-05-15T08:00 jpe sent: "]),
        // The first is no change, and the same again is none.
        (["2024-03-01 sag.oprettet team=nord", "2024-05-15 sag.tildelt caseworker=jpe"], []),
        ([opened, "2024-05-15 sag.tildelt caseworker=mhs"], []),
        // Nobody tells a family of a case that is closed.
        (
            [opened, "2024-05-18 sag.tildelt caseworker=jpe", "2024-05-19 sag.afsluttet"],
            ["2024-05-21T08:00 jpe withdrawn: "]
        ),
    ])
    func `when the caseworker changes, the family is to be told`(lines: [String], told: [String]) throws {
        #expect(try lists(lines) == told)
    }

    private static func found(_ subject: String, _ answer: String, on date: String = "2024-05-15") -> String {
        "\(date) ledelsestilsyn.fund ref=2024-1 pejlemaerke=\(subject) vurdering=\(answer)"
    }

    @Test(arguments: [
        // What is lacking first, then the rest as the packs have it; not what did not matter.
        (
            [found("opfoelgning", "mangler"), found("inddragelse", "opfyldt"), found("journal", "ikke-relevant")],
            ["2024-05-15T08:00 mhs sent: opfoelgning inddragelse"]
        ),
        // Found again of the same says that it was put right.
        (
            [found("journal", "mangler"), found("journal", "opfyldt", on: "2024-05-22")],
            ["2024-05-15T08:00 mhs sent: journal"]
        ),
        ([found("journal", "ikke-relevant")], []),
        // A case that was closed was worked on all the same.
        ([found("journal", "delvist"), "2024-05-10 sag.afsluttet"], ["2024-05-15T08:00 mhs sent: journal"]),
        // Taken back before it went out.
        (
            [
                found("journal", "delvist", on: "2024-05-18") + " id=mistake",
                "2024-05-19 registrering.annulleret takes-back=mistake",
            ],
            ["2024-05-21T08:00 mhs withdrawn: journal"]
        ),
    ])
    func `what a leader found is told once, in one list`(lines: [String], told: [String]) throws {
        #expect(try lists([Self.opened] + lines) == told)
    }
}
