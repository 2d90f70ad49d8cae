import Deadlines
import Glibc
import Notices
import Spool

/// Lines to submit, each validated but for the clock.
struct Submission {
    /// The good lines, as they were.
    private(set) var lines: [[UInt8]] = []
    /// What is wrong with the others: file, line and reason.
    private(set) var refusals: [String] = []
    /// The rules that they name by a name of old.
    private(set) var formerNames: Set<RuleID> = []
    private let law: Law

    init(_ files: [String], under law: Law, saying wording: Wording) throws {
        self.law = law
        let reader = UpdateReader(vocabulary: law.vocabulary, rules: law.ruleNames)
        for file in files {
            try Failure.reading(saying: wording) {
                var source = try UpdateFile(path: file == "-" ? UpdateFile.standardInput : file, reader: reader)
                try source.eachSlice(of: 1000) { add($0, of: file) }
            }
        }
    }

    private mutating func add(_ new: [UpdateLine], of file: String) {
        for line in new {
            switch line.result {
            case .success(let update):
                lines.append(line.bytes.filter { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
                formerNames.formUnion(law.formerNames(in: update))
            case .failure(let refusal): refusals.append("\(file):\(line.number): \(refusal.description)")
            }
        }
    }
}
