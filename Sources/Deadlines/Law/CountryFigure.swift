/// How often a rule was kept in the whole country, as somebody else counted: set beside a municipality's own figures, and never a
/// rank, for other cases were counted in another way.
package struct CountryFigure: Hashable, Sendable {
    /// The rule.
    package let rule: RuleID
    /// Who counted.
    package let source: String
    /// Under which act.
    package let act: String
    /// What was counted.
    package let population: String
    /// Each year or years, and how much was kept then, in percent.
    package let years: [Share]

    /// How much was kept in a year.
    package struct Share: Hashable, Sendable {
        /// `2024`, or `2020–22`.
        package let name: String
        /// 0 to 100.
        package let percent: Int

        /// A share of these parts.
        package init(name: String, percent: Int) {
            self.name = name
            self.percent = percent
        }
    }

    /// A figure of these parts.
    package init(rule: RuleID, source: String, act: String, population: String, years: [Share]) {
        self.rule = rule
        self.source = source
        self.act = act
        self.population = population
        self.years = years
    }
}
