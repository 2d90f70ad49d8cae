/// A text that names one thing of one sort, so that a case cannot be taken for a person.
package struct Identifier<Subject>: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The text itself.
    package let rawValue: String

    /// Wraps a text that is known to be well formed.
    package init(rawValue: String) { self.rawValue = rawValue }

    /// The text itself.
    package var description: String { rawValue }

    /// By the bytes of the text.
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What an identifier can name.
package enum Subject {
    /// A child's case, or what a namespace before `/` says.
    package enum Case {}
    /// A thing inside a case.
    package enum Thing {}
    /// An update.
    package enum Update {}
    /// A member of staff.
    package enum Person {}
    /// A team.
    package enum Team {}
    /// A kind of update.
    package enum Event {}
    /// A field of an update's `data`.
    package enum Field {}
    /// A rule, whichever act it stands in.
    package enum Rule {}
    /// A ladder of steps.
    package enum Ladder {}
    /// A stretch of time that packs declare: a measure, an investigation.
    package enum Span {}
    /// A figure that packs declare for digests.
    package enum Statistic {}
    /// A sort of case that a leaders' review may be drawn from.
    package enum Theme {}
    /// One message to one person about one requirement at one step, for ever.
    package enum Notice {}
}

/// A case's reference, e.g. `2026-0417`; 1–64 of `A–Z a–z 0–9 . _ / -`.
package typealias CaseID = Identifier<Subject.Case>
/// The thing inside a case that an update is about: one report, one decision, one measure.
package typealias Reference = Identifier<Subject.Thing>
/// An update's id, unique across producers; 1–128 of `A–Z a–z 0–9 . _ : -`.
package typealias UpdateID = Identifier<Subject.Update>
/// A member of staff, by a short id; 1–64 of `A–Z a–z 0–9 . _ -`, not starting with `.`.
package typealias PersonID = Identifier<Subject.Person>
/// A team, by a short id of the same form as a person's.
package typealias TeamID = Identifier<Subject.Team>
/// What happened, as a rule pack names it: `indsats.ivaerksat`.
package typealias EventKind = Identifier<Subject.Event>
/// A field of an update's `data`, as a rule pack names it.
package typealias FieldName = Identifier<Subject.Field>
/// A rule, e.g. `opfoelgning-foerste`, whichever act it stands in.
package typealias RuleID = Identifier<Subject.Rule>
/// A ladder, e.g. `standard`.
package typealias LadderID = Identifier<Subject.Ladder>
/// A stretch of time that packs declare, e.g. `indsats`.
package typealias SpanID = Identifier<Subject.Span>
/// A figure of a digest, as a rule pack names it.
package typealias StatisticID = Identifier<Subject.Statistic>
/// A sort of case that a leaders' review may be drawn from, as a rule pack names it: `anbringelser`.
package typealias ThemeID = Identifier<Subject.Theme>
/// A notice's key: letters only, so that it never looks like a CPR number.
package typealias NoticeKey = Identifier<Subject.Notice>

extension Identifier where Subject == Deadlines.Subject.Case {
    /// The part before the first `/`. A namespace that packs declare says that this is no child's case.
    package var prefix: String? {
        rawValue.firstIndex(of: "/").map { String(rawValue[..<$0]) }
    }
}

/// What an identifier may be made of.
package struct IdentifierForm: Sendable {
    /// The longest it may be, in characters.
    package let longest: Int
    /// The signs allowed besides ASCII letters and digits.
    package let signs: String
    /// Whether it may begin with a full stop.
    package let mayStartWithStop: Bool

    /// `case` and `ref`.
    package static let reference = IdentifierForm(longest: 64, signs: "._/-", mayStartWithStop: true)
    /// `id` of an update.
    package static let update = IdentifierForm(longest: 128, signs: "._:-", mayStartWithStop: true)
    /// `caseworker` and `team`.
    package static let staff = IdentifierForm(longest: 64, signs: "._-", mayStartWithStop: false)

    /// Whether `text` is of this form.
    package func matches(_ text: String) -> Bool {
        let bytes = text.utf8
        guard !bytes.isEmpty, bytes.count <= longest else { return false }
        if !mayStartWithStop, bytes.first == UInt8(ascii: ".") { return false }
        return bytes.allSatisfy(allows)
    }

    /// Whether a byte may stand in it.
    package func allows(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: signs.utf8.contains(byte)
        }
    }

    /// The form in words: `1–64 of A–Z a–z 0–9 . _ -, not starting with "."`.
    package var description: String {
        let spaced = signs.map(String.init).joined(separator: " ")
        return "1–\(longest) of A–Z a–z 0–9 \(spaced)" + (mayStartWithStop ? "" : ", not starting with \".\"")
    }
}
