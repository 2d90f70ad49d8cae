/// A text that names one thing of one sort, so that a case cannot be taken for a person.
public struct Identifier<Subject>: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The text itself.
    public let rawValue: String

    /// Wraps a text that is known to be well formed.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The text itself.
    public var description: String { rawValue }

    /// By the bytes of the text.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What an identifier can name.
public enum Subject {
    /// A child's case, or what a namespace before `/` says.
    public enum Case {}
    /// A thing inside a case.
    public enum Thing {}
    /// An update.
    public enum Update {}
    /// A member of staff.
    public enum Person {}
    /// A team.
    public enum Team {}
    /// A kind of update.
    public enum Event {}
    /// A field of an update's `data`.
    public enum Field {}
    /// A rule, whichever act it stands in.
    public enum Rule {}
    /// A ladder of steps.
    public enum Ladder {}
    /// A stretch of time that packs declare: a measure, an investigation.
    public enum Span {}
    /// A figure that packs declare for digests.
    public enum Statistic {}
    /// One message to one person about one requirement at one step, for ever.
    public enum Notice {}
}

/// A case's reference, e.g. `2026-0417`; 1–64 of `A–Z a–z 0–9 . _ / -`.
public typealias CaseID = Identifier<Subject.Case>
/// The thing inside a case that an update is about: one report, one decision, one measure.
public typealias Reference = Identifier<Subject.Thing>
/// An update's id, unique across producers; 1–128 of `A–Z a–z 0–9 . _ : -`.
public typealias UpdateID = Identifier<Subject.Update>
/// A member of staff, by a short id; 1–64 of `A–Z a–z 0–9 . _ -`, not starting with `.`.
public typealias PersonID = Identifier<Subject.Person>
/// A team, by a short id of the same form as a person's.
public typealias TeamID = Identifier<Subject.Team>
/// What happened, as a rule pack names it: `indsats.ivaerksat`.
public typealias EventKind = Identifier<Subject.Event>
/// A field of an update's `data`, as a rule pack names it.
public typealias FieldName = Identifier<Subject.Field>
/// A rule, e.g. `opfoelgning-foerste`, whichever act it stands in.
public typealias RuleID = Identifier<Subject.Rule>
/// A ladder, e.g. `standard`.
public typealias LadderID = Identifier<Subject.Ladder>
/// A stretch of time that packs declare, e.g. `indsats`.
public typealias SpanID = Identifier<Subject.Span>
/// A figure of a digest, as a rule pack names it.
public typealias StatisticID = Identifier<Subject.Statistic>
/// A notice's key: letters only, so that it never looks like a CPR number.
public typealias NoticeKey = Identifier<Subject.Notice>

extension Identifier where Subject == Deadlines.Subject.Case {
    /// The part before the first `/`. A namespace that packs declare says that this is no child's case.
    public var prefix: String? {
        rawValue.firstIndex(of: "/").map { String(rawValue[..<$0]) }
    }
}

/// What an identifier may be made of.
public struct IdentifierForm: Sendable {
    /// The longest it may be, in characters.
    public let longest: Int
    /// The signs allowed besides ASCII letters and digits.
    public let signs: String
    /// Whether it may begin with a full stop.
    public let mayStartWithStop: Bool

    /// `case` and `ref`.
    public static let reference = IdentifierForm(longest: 64, signs: "._/-", mayStartWithStop: true)
    /// `id` of an update.
    public static let update = IdentifierForm(longest: 128, signs: "._:-", mayStartWithStop: true)
    /// `caseworker` and `team`.
    public static let staff = IdentifierForm(longest: 64, signs: "._-", mayStartWithStop: false)

    /// Whether `text` is of this form.
    public func matches(_ text: String) -> Bool {
        let bytes = text.utf8
        guard !bytes.isEmpty, bytes.count <= longest else { return false }
        if !mayStartWithStop, bytes.first == UInt8(ascii: ".") { return false }
        return bytes.allSatisfy(allows)
    }

    private func allows(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: signs.utf8.contains(byte)
        }
    }

    /// The form in words: `1–64 of A–Z a–z 0–9 . _ -, not starting with "."`.
    public var description: String {
        let spaced = signs.map(String.init).joined(separator: " ")
        return "1–\(longest) of A–Z a–z 0–9 \(spaced)" + (mayStartWithStop ? "" : ", not starting with \".\"")
    }
}
