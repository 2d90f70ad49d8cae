import Foundation
import TestSupport
import Testing

/// A leader settles from the command line what cannot be done any more, and the running daemon heeds it.
@Suite struct SettleCommandTests {
    private let configuration: ScratchConfiguration
    private let daemon: DaemonProcess

    init() throws {
        configuration = try ScratchConfiguration()
        daemon = try DaemonProcess.ready(configuration, now: "2026-06-09T07:59:00+02:00")
        try configuration.put(
            "a.jsonl",
            """
            {"id": "a-1", "case": "2026-0417", "event": "afgoerelse.truffet", "at": "2026-06-08", "ref": "afg-1", \
            "caseworker": "mhs", "team": "nord", "data": {"type": "stoettende"}}
            {"id": "a-2", "case": "2026-0417", "event": "indsats.ivaerksat", "at": "2026-02-09", "ref": "ind-1", \
            "data": {"type": "stoettende"}}

            """)
        try configuration.awaitEmptySpool()
    }

    private func settle(_ rule: String, _ more: String..., person: String = "tln") throws -> BuiltProgram.Outcome {
        try fristctl(
            configuration,
            arguments: ["settle", "2026-0417", rule] + more + ["--reason", "kan-ikke-goeres-om", "--as", person])
    }

    private func flags() throws -> [String] {
        try fristctl(configuration, "deadlines", "--status", "missing", "--json").rows().map { row in
            let (doable, settled) = (row["doable"] as? Bool ?? false, row["settled"] as? Bool ?? false)
            return "\(row["rule"] as? String ?? ""): \(doable ? "doable" : "") \(settled ? "settled" : "")"
        }
    }

    @Test func `settled, it stays missing, is told of no more, and the time line says by whom`() throws {
        #expect(try flags() == ["opfoelgning-foerste: doable ", "boernesamtale-foer-afgoerelse:  "])
        let outcome = try settle("boernesamtale-foer-afgoerelse")
        #expect(
            outcome.output == "gennemgået af tln: Børnesamtale før afgørelsen i sag 2026-0417 (afg-1); "
                + "det tælles stadig med, men der gives ikke flere beskeder om det\n" && outcome.status == 0,
            "\(outcome.errors)")
        try configuration.awaitEmptySpool()
        #expect(try flags() == ["opfoelgning-foerste: doable ", "boernesamtale-foer-afgoerelse:  settled"])
        let pending = try fristctl(configuration, "notices", "--pending", "--json").rows()
        #expect(pending.allSatisfy { $0["rule"] as? String != "boernesamtale-foer-afgoerelse" }, "\(pending)")
        let line = try fristctl(configuration, "case", "2026-0417").output
        #expect(line.contains("brud gennemgået") && line.contains("af tln"), "\(line)")
        #expect(try settle("boernesamtale-foer-afgoerelse").errors.contains("er allerede gennemgået"))
    }

    @Test(arguments: [
        (["opfoelgning-foerste"], "tln", "kan stadig nås"),
        (["opfoelgning-naeste"], "tln", "i sag 2026-0417 mangler ikke"),
        (["boernesamtale-foer-afgoerelse", "afg-2"], "tln", "i sag 2026-0417 (afg-2) mangler ikke"),
        (["boernesamtale-foer-afgoerelse"], "mhs", "mhs leder ingen"),
        (["boernesamtale-foer-afgorelse"], "tln", "boernesamtale-foer-afgoerelse"),
    ])
    func `what cannot be settled is refused with the reason`(arguments: [String], person: String, told: String) throws {
        let outcome = try fristctl(
            configuration,
            arguments: ["settle", "2026-0417"] + arguments + ["--reason", "andet", "--as", person])
        #expect(outcome.status != 0 && outcome.errors.contains(told), "\(outcome.errors)")
        #expect(try flags().allSatisfy { !$0.hasSuffix("settled") })
    }
}
