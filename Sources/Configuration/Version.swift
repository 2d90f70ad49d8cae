/// The version of the daemon, its commands and its package.
public let fristdVersion = "0.5.0"
