import Commands

/// `fristctl` as a program of its own, for the build machine. The package has one file for both, to hold the Swift runtime
/// once: the daemon's, which is this one where it is called `fristctl`.
@main
enum Program {
    static func main() { Fristctl.main() }
}
