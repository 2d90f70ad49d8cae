import Glibc
import Systemd
import Testing

@Suite struct ServiceDirectoriesTests {
    @Test func `the first of each list counts`() {
        let variables = ["STATE_DIRECTORY": "/var/lib/fristd:/var/lib/other", "LOGS_DIRECTORY": "/var/log/fristd"]
        let directories = ServiceDirectories { variables[$0] }
        #expect(directories.state == "/var/lib/fristd")
        #expect(directories.logs == "/var/log/fristd")
        #expect(directories.configuration == nil)
    }

    @Test func `the process's environment is read`() async {
        await #expect(processExitsWith: .success) {
            setenv("CONFIGURATION_DIRECTORY", "/etc/fristd:/etc/other", 1)
            setenv("STATE_DIRECTORY", "", 1)
            #expect(ServiceDirectories.fromEnvironment().configuration == "/etc/fristd")
            #expect(ServiceDirectories.fromEnvironment().state == nil)
        }
    }
}
