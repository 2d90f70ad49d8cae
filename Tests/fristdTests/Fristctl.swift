import Foundation
import TestSupport

/// Runs `fristctl` on a configuration, as at a terminal.
func fristctl(
    _ configuration: ScratchConfiguration, _ arguments: String..., input: String = "", as account: Account? = nil
)
    throws -> BuiltProgram.Outcome
{
    try BuiltProgram("fristctl").run(
        [arguments[0], "--config", configuration.file] + arguments.dropFirst(), input: input, as: account)
}

/// The same, for commands of two words and options that take several values.
func fristctl(_ configuration: ScratchConfiguration, arguments: [String]) throws -> BuiltProgram.Outcome {
    try BuiltProgram("fristctl").run(arguments + ["--config", configuration.file])
}

/// The names of the members of the JSON objects in `text`, in their order, each line an object.
func memberNames(_ line: String) -> [String] {
    line.matches(of: #/"(\w+)": /#).map { String($0.1) }
}

/// Updates as a producer writes them.
enum Lines {
    /// A measure, whose follow-up is due three months later.
    static func measure(_ id: String, of caseID: String = "2026-0417", at date: String = "2026-03-02") -> String {
        #"{"id": "\#(id)", "case": "\#(caseID)", "event": "indsats.ivaerksat", "at": "\#(date)", "ref": "ind-1", "#
            + #""caseworker": "mhs", "team": "nord", "data": {"type": "anbringelse"}}"# + "\n"
    }

    /// A report of concern, of which two people are told at once.
    static func report(_ id: String, of caseID: String, at instant: String) -> String {
        #"{"id": "\#(id)", "case": "\#(caseID)", "event": "underretning.modtaget", "at": "\#(instant)", "#
            + #""ref": "und-1", "caseworker": "mhs", "team": "nord"}"# + "\n"
    }
}
