import Testing

/// `begrundet-stillingtagen`: a field of each update that ends or updates an investigation.
@Suite struct ReasonedPositionTests {
    private static let met = "bfu-1 2024-05-15 → 2024-05-15 met 2024-05-15"
    private static let missing = "bfu-1 2024-05-15 → 2024-05-15 missing"

    private static func ended(_ more: String, _ kind: String = "afsluttet") -> String {
        "2024-05-15 bfu.\(kind) ref=bfu-1 \(more)"
    }

    static let fields: [Example] = [
        Example("said", [ended("begrundet_stillingtagen=true")], at: "2024-05-15", [met]),
        Example("denied", [ended("begrundet_stillingtagen=false")], at: "2024-05-15", [missing]),
        Example("not said: missing at once", [ended("")], at: "2024-05-15T00:00:00+02:00", [missing]),
        Example("of an updated one", [ended("begrundet_stillingtagen=true", "opdateret")], at: "2024-05-15", [met]),
        Example("not said of an updated one", [ended("", "opdateret")], at: "2024-05-15", [missing]),
        Example("without ref", ["2024-05-15 bfu.afsluttet"], at: "2024-05-15", ["– 2024-05-15 → 2024-05-15 missing"]),
        Example(
            "an act earlier", ["2023-05-15 bfu.afsluttet begrundet_stillingtagen=true"], at: "2024-05-15",
            ["– 2023-05-15 → 2023-05-15 met 2023-05-15"]),
    ]

    static let several: [Example] = [
        Example(
            "two on one day, one says so", [ended(""), ended("begrundet_stillingtagen=true", "opdateret")],
            at: "2024-05-16", [met]),
        Example("two on one day, none says so", [ended(""), ended("", "opdateret")], at: "2024-05-16", [missing]),
        Example(
            "two on one day, of two refs",
            [ended(""), "2024-05-15 bfu.afsluttet ref=bfu-2 begrundet_stillingtagen=true"],
            at: "2024-05-16", [missing, "bfu-2 2024-05-15 → 2024-05-15 met 2024-05-15"]),
        Example(
            "said a day later", [ended(""), "2024-05-16 bfu.opdateret ref=bfu-1 begrundet_stillingtagen=true"],
            at: "2024-05-16", [missing, "bfu-1 2024-05-16 → 2024-05-16 met 2024-05-16"]),
        Example(
            "taken back and told again",
            [
                ended("id=mistake"), "2024-05-20 registrering.annulleret takes-back=mistake",
                ended("begrundet_stillingtagen=true"),
            ], at: "2024-05-20", [met]),
    ]

    static let closings: [Example] = [
        Example("closed that day", [ended(""), "2024-05-15 sag.afsluttet"], at: "2024-05-16", [missing]),
        Example("closed before", [ended(""), "2024-05-10 sag.afsluttet"], at: "2024-05-16", [missing]),
        Example(
            "closed after", [ended("begrundet_stillingtagen=true"), "2024-05-20 sag.afsluttet"], at: "2024-05-21", [met]
        ),
    ]

    @Test(arguments: fields + several + closings) func holds(_ example: Example) throws {
        try example.check("begrundet-stillingtagen")
    }
}
