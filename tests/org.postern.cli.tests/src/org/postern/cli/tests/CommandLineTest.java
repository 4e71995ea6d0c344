package org.postern.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.cli.Console;
import org.postern.cli.ExitCode;
import org.postern.cli.internal.CommandLine;
import org.postern.cli.internal.Commands;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Commands that plug-ins bring, found by name. */
class CommandLineTest {

    private PlainRegistry registry;

    @BeforeEach
    void open() throws Exception {
        registry = new PlainRegistry();
        registry.command("example.one", "echo", FakeEcho.class);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private Terminal run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new ByteArrayInputStream(new byte[0]), out, err, UTF_8);
        int exit =
                new CommandLine(new Commands(registry.registry()), console)
                        .run(List.of(words), new NullProgressMonitor());
        return new Terminal(exit, out.toString(UTF_8), err.toString(UTF_8));
    }

    @Test
    void aCommandIsRunWithTheWordsBehindItsName() {
        assertEquals(new Terminal(7, "[a, --b]\n", ""), run("echo", "a", "--", "--b"));
    }

    @Test
    void anUnknownCommandListsTheKnownOnes() {
        Terminal seen = run("eecho");
        assertEquals(ExitCode.USAGE, seen.exit());
        assertEquals("", seen.out());
        assertTrue(seen.err().contains("'eecho'"), seen.err());
        assertTrue(seen.err().contains("echo  says what it is told"), seen.err());
    }

    @Test
    void helpIsPrintedWithoutLoadingTheCommand() throws Exception {
        registry.command("example.two", "broken", "no.such.Class");
        assertEquals(
                new Terminal(ExitCode.SOUND, "Usage: postern broken\n", ""),
                run("broken", "--help"));
    }

    @Test
    void aCommandThatCannotBeLoadedDoesNotWork() throws Exception {
        registry.command("example.two", "broken", "no.such.Class");
        Terminal seen = run("broken");
        assertEquals(ExitCode.FAILED, seen.exit());
        assertTrue(seen.err().contains("broken"), seen.err());
    }

    @Test
    void wrongUsageNamesWhatIsWrongAndWhereHelpIs() {
        Terminal seen = run("echo", "--loud");
        assertEquals(ExitCode.USAGE, seen.exit());
        assertTrue(seen.err().contains("--loud"), seen.err());
        assertTrue(seen.err().contains("postern echo --help"), seen.err());
    }

    @Test
    void noWordsAreAnsweredByTheOverview() {
        Terminal seen = run();
        assertEquals(ExitCode.USAGE, seen.exit());
        assertTrue(seen.out().contains("echo  says what it is told"), seen.out());
        assertEquals(ExitCode.SOUND, run("--help").exit());
    }

    @Test
    void ofTwoOfOneNameTheFirstBundleCountsAndTheOtherIsReported() throws Exception {
        registry.command("example.second", "echo", "no.such.Class");
        assertEquals(7, run("echo").exit());
        List<String> problems = new Commands(registry.registry()).problems();
        assertEquals(1, problems.size());
        assertTrue(problems.getFirst().contains("example.second"), problems::toString);
    }

    @Test
    void whatIsNotSoundlyDeclaredIsPassedOverAndReported() throws Exception {
        registry.command("example.bad", "Not A Name", "x");
        registry.contribute(
                "example.bare",
                "<plugin><extension point=\"org.postern.cli.commands\"><command name=\"bare\"/>"
                        + "</extension></plugin>");
        Commands commands = new Commands(registry.registry());
        assertEquals(1, commands.all().size());
        assertEquals(2, commands.problems().size(), commands.problems()::toString);
    }
}
