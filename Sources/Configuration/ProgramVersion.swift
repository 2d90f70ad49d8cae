/// Which version of the programs this is.
package enum ProgramVersion {
    /// `major.minor.patch`: what packages, `--version` and the metrics say.
    package static let text = "0.5.0"
}
