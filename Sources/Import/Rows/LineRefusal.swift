/// Why a line is no update, by the field at fault.
package struct LineRefusal: Error, Sendable {
    let field: String?
    let value: String?
    let wrong: String
    let right: String

    /// A refusal of these parts.
    package init(field: String?, value: String?, wrong: String, right: String) {
        self.field = field
        self.value = value
        self.wrong = wrong
        self.right = right
    }
}
