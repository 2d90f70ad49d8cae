/// Which version of the programs this is.
public enum ProgramVersion {
    /// `major.minor.patch`: what packages, `--version` and the metrics say.
    public static let text = "0.5.0"
}
