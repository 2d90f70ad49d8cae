/// How often what happens, in a hundred. Where no figure is published, it is a guess that a department would recognise;
/// the guesses are gathered here so that they can be argued with.
enum Frequency {
    // MARK: - Nationally (Børnesagsbarometret 2024)

    /// Investigations that keep four months, of those without a provisional assessment.
    static let undersoegelseTilTiden = 50
    /// Conversations held before it is too late, in an investigation as before a decision.
    static let samtaleTilTiden = 65
    /// First follow-ups held in time.
    static let foersteOpfoelgningTilTiden = 75

    // MARK: - Guesses

    /// What becomes of a case, of those that begin.
    static let nyeForloeb: [(Forloeb, weight: Int)] = [
        (.raadgivning, 38), (.tidligIndsats, 18), (.afdaekning, 12), (.stoette, 24), (.anbringelse, 6), (.akut, 2),
    ]
    /// The same of those that run on a given day: the long ones are seldom begun and long there.
    static let loebendeForloeb: [(Forloeb, weight: Int)] = [
        (.raadgivning, 4), (.tidligIndsats, 9), (.afdaekning, 15), (.stoette, 42), (.anbringelse, 24), (.akut, 6),
    ]

    /// Reports that speak of violence or abuse.
    static let overgreb = 12
    /// Reports that come from professionals.
    static let fagperson = 65
    /// Reports that come by the digital form, which the case system takes in by itself.
    static let digitalUnderretning = 70
    /// Reports assessed within a day and a night.
    static let vurderetTilTiden = 93
    /// Receipts sent within six working days; the rest late or never.
    static let kvitteretTilTiden = 88
    static let kvitteretSent = 8
    /// New assessments of a case with a measure, within fourteen days and later.
    static let genvurderetTilTiden = 75
    static let genvurderetSent = 17
    /// A further report in half a year of a running case.
    static let nyUnderretningPrHalvaar = 25

    /// Conversations waived with a reason, and held too late; the rest are never held.
    static let samtaleFravalgt = 12
    static let samtaleForSent = 10
    /// Investigations that come to a provisional assessment first; they take longer than four months.
    static let foreloebigVurdering = 8
    /// Investigations that state the reasoned position.
    static let begrundetStillingtagen = 88

    /// Decisions that are planned beforehand, and brought before a meeting.
    static let planlagtAfgoerelse = 60
    static let visitation = 40
    /// Placements with consent.
    static let samtykke = 70
    /// Supportive decisions for which a plan is to be made.
    static let planVedStoette = 50
    /// Plans made in time, and late.
    static let planTilTiden = 70
    static let planForSent = 20
    /// Decisions complained of, and complaints looked at again in time.
    static let klage = 6
    static let klageTilTiden = 85
    /// A chairman's decisions approved in time.
    static let godkendtTilTiden = 93

    /// Follow-ups never held, of those that are not held in time.
    static let opfoelgningUdeblevet = 20
    /// Later follow-ups held in time.
    static let senereOpfoelgningTilTiden = 72
    /// Follow-ups that name the date of the next.
    static let naesteDatoAftalt = 60
    /// Follow-ups in which the child is said to have taken part.
    static let barnetInddraget = 82
    /// Visits with a conversation, and second visits within the year.
    static let tilsynMedSamtale = 88
    static let andetTilsynTilTiden = 78
    /// Transitions to adult life decided in time.
    static let overgangTilTiden = 70
}

/// What becomes of a case.
enum Forloeb {
    /// A report, advice, and the case is closed.
    case raadgivning
    /// Family-oriented support without a decision.
    case tidligIndsats
    /// A disclosure, then support.
    case afdaekning
    /// An investigation, then support.
    case stoette
    /// An investigation, then a placement.
    case anbringelse
    /// A placement at once by the chairman, the investigation after it.
    case akut
}
