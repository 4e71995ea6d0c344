package org.postern.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.cli.Arguments;
import org.postern.cli.WrongUsage;

import java.util.List;
import java.util.Optional;

/** What is said of a call that makes no sense; nothing is connected to. */
class UsageTest {

    private static String wrong(String... arguments) {
        return assertThrows(WrongUsage.class, () -> Terminal.check("pass\n", arguments))
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "'', URL",
        "--jsn imaps://h, --jsn",
        "--security maybe imaps://h, maybe",
        "--security, --security",
        "--security tls --security none imap://h, once",
        "--user joe imaps://h, --password-stdin",
        "--password-stdin imaps://h, --user",
        "--time-out soon imaps://h, soon",
        "--time-out 0 imaps://h, 0",
        "--time-out -1 imaps://h, -1",
        "--time-out NaN imaps://h, NaN",
        "--ca /nowhere/at/all imaps://h, /nowhere/at/all",
        "--batch imaps://h, --batch",
        "--security none imaps://h, imap://",
        "--security starttls imaps://h, imap://",
        "--security tls shelf:///x, shelf",
        "imaps:h, imaps:h",
        "imaps://, host",
        "imaps://h:0, port",
        "imaps://h:99999, port",
        "imaps://h:993/INBOX, port",
        "imaps://[::1, host",
        "imaps://two words, host",
        "shelf://, folder",
        "news://h, news",
    })
    void isSaidByName(String arguments, String named) {
        String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" (?!words)");
        String said = wrong(words);
        assertTrue(said.contains(named), said);
    }

    @Test
    void aPasswordInAUrlIsNotRepeated() {
        String said = wrong("imaps://joe:pa@ss@host");
        assertFalse(said.contains("pa@"), said);
        assertTrue(said.contains("@host"), said);
    }

    @Test
    void aPasswordBehindAMistypedOptionIsNotRepeated() {
        String said = wrong("--pasword=open-sesame", "imaps://h");
        assertTrue(said.contains("--pasword"), said);
        assertFalse(said.contains("sesame"), said);
    }

    @Test
    void anEmptyPasswordIsNone() {
        assertThrows(
                WrongUsage.class,
                () -> Terminal.check("\n", "--user", "joe", "--password-stdin", "imaps://h"));
    }

    @Test
    void aFileWithoutCertificatesIsNoAuthority() throws Exception {
        var file = java.nio.file.Files.createTempFile("no", ".pem");
        String said = wrong("--ca", file.toString(), "imaps://localhost:1");
        assertTrue(said.contains(file.toString()), said);
        java.nio.file.Files.delete(file);
    }

    @Test
    void optionsAreTakenFromAnywhere() throws Exception {
        Arguments arguments = Arguments.of(List.of("a", "--x=1", "b", "--y", "2", "--", "--z"));
        assertEquals(Optional.of("1"), arguments.takeValue("--x"));
        assertEquals(Optional.of("2"), arguments.takeValue("--y"));
        assertFalse(arguments.take("--z"));
        assertEquals(List.of("a", "b", "--z"), arguments.rest());
    }
}
