@testable import Deadlines

extension Seed {
    /// A few updates that meet one another often: few refs, few dates, the kinds of the shipped rules.
    mutating func updates(of caseID: CaseID, under law: Law) throws -> [Update] {
        let count = Int.random(in: 2...12, using: &self)
        return try (1...count).map { number in
            try StoryLine(text: line(of: count)).update(of: caseID, id: "u\(number)", under: law)
        }
    }

    private static let kinds = [
        "underretning.modtaget", "underretning.vurderet", "bfu.behov", "bfu.besluttet", "bfu.afsluttet",
        "bfu.foreloebig-vurdering aarsag=boernehus", "afdaekning.paabegyndt", "afdaekning.afsluttet",
        "boernesamtale.afholdt formaal=afgoerelse", "boernesamtale.fravalgt formaal=afgoerelse",
        "afgoerelse.truffet type=anbringelse", "afgoerelse.planlagt type=akut dato=", "indsats.ivaerksat type=x",
        "indsats.ivaerksat type=paragraf-11-3", "indsats.afsluttet", "opfoelgning.afholdt",
        "opfoelgning.afholdt naeste=", "sag.oprettet foedt=2023-05", "sag.afsluttet", "registrering.annulleret",
        "sag.tildelt caseworker=mhs", "sag.tildelt caseworker=jpe team=nord",
        "underretning.modtaget overgreb=true", "underretning.modtaget fagperson=true", "underretning.kvitteret",
        "genvurdering.foretaget", "boernesamtale.afholdt formaal=bfu", "boernesamtale.fravalgt formaal=bfu",
        "boernesamtale.afholdt formaal=underretning", "bfu.afsluttet begrundet_stillingtagen=true",
        "bfu.opdateret", "afgoerelse.truffet type=stoettende plan=true", "afgoerelse.truffet type=akut",
        "afgoerelse.truffet type=formandsbeslutning ivaerksat=", "afgoerelse.godkendt",
        "afgoerelse.planlagt type=anbringelse samtykke=false dato=", "visitation.planlagt dato=", "plan.udarbejdet",
        "indsats.ivaerksat type=anbringelse", "indsats.ivaerksat type=anbringelse bevilget_til=",
        "bevilling.forlaenget bevilget_til=", "indsats.revisiteret", "tilsyn.afholdt samtale=true",
        "tilsyn.afholdt", "overgang.besluttet", "sag.oprettet fylder_18=", "opfoelgning.afholdt barnet_inddraget=true",
        "klage.modtaget", "klage.genvurderet", "ansoegning.modtaget paragraf=86", "ansoegning.afgjort",
        "frist.sat-i-bero regel=ansoegning-86-87", "frist.genoptaget regel=ansoegning-86-87",
    ]

    private mutating func line(of count: Int) -> String {
        var kind = Seed.kinds.randomElement(using: &self) ?? ""
        if kind.hasSuffix("=") { kind += caseDate().description }
        if kind.hasPrefix("registrering") { kind += " takes-back=u\(Int.random(in: 1...count, using: &self))" }
        let ref = ["", "", " ref=a", " ref=b"].randomElement(using: &self) ?? ""
        return "\(moment()) \(kind)\(ref)"
    }

    /// Half of them within a week, so that dates coincide; the rest within a year on either side of the new law.
    private mutating func caseDate() -> LocalDate {
        let newLaw = LocalDate(validYear: 2024, month: 1, day: 1)
        let days = Bool.random(using: &self) ? -3...3 : -365...365
        return newLaw.adding(days: Int.random(in: days, using: &self))
    }

    private mutating func moment() -> String {
        let date = caseDate()
        if Bool.random(using: &self) { return date.description }
        return "\(date)T\(["00:00", "10:00", "23:30"].randomElement(using: &self) ?? ""):00Z"
    }
}
