import TestSupport

/// The updates of a team's year, different enough that a digest has something of everything.
enum DigestCases {
    /// Lines of updates up to 17 May 2026: sixty cases of six caseworkers.
    static func lines() -> String {
        (100..<160).map(course).joined()
    }

    /// A measure that began between October and February; a third of the follow-ups are held two days before they are
    /// due, a third late in the month they are due in, a third not at all.
    private static func course(_ number: Int) -> String {
        let (month, day) = (number % 5, number % 17 + 11)
        let began = ["2025-10", "2025-11", "2025-12", "2026-01", "2026-02"][month]
        let due = "2026-0\(month + 1)"
        let held = number % 3 == 0 ? "\(due)-\(day < 12 ? "10" : "\(day - 2)")" : "\(due)-28"
        let who = #""caseworker": "raad-\#(number * number % 6)", "team": "\#(number % 4 == 0 ? "syd" : "nord")""#
        let type = number % 2 == 0 ? "aflastning" : "anbringelse"
        var lines = [
            line(number, "a", "indsats.ivaerksat", "\(began)-\(day)", "\(who), \"data\": {\"type\": \"\(type)\"}")
        ]
        if number % 3 != 1, held <= "2026-05-17" {
            lines.append(line(number, "b", "opfoelgning.afholdt", held, #""data": {"barnet_inddraget": true}"#))
        }
        if number % 7 == 0 {
            lines.append(line(number, "c", "underretning.modtaget", "2026-05-16T10:00:00+02:00", #""data": {}"#))
        }
        return lines.joined()
    }

    private static func line(_ number: Int, _ letter: String, _ event: String, _ at: String, _ rest: String) -> String {
        #"{"id": "\#(number)\#(letter)", "case": "2026-\#(number)", "event": "\#(event)", "at": "\#(at)", "#
            + #""ref": "ind-1", \#(rest)}"# + "\n"
    }
}
