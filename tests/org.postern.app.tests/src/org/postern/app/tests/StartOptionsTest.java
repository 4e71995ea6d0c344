package org.postern.app.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.app.internal.StartOptions;
import org.postern.app.internal.Theme;
import org.postern.app.internal.WindowSize;

import java.nio.file.Path;
import java.util.Optional;

class StartOptionsTest {
    @Test
    void asksForNothingWithoutArguments() {
        StartOptions options = StartOptions.parse();
        assertFalse(options.demo());
        assertFalse(options.version());
        assertEquals(Optional.empty(), options.readyFile());
    }

    @Test
    void readsEveryOptionOfALine() {
        StartOptions options =
                StartOptions.parse(
                        "--demo", "--ready-file", "r", "--theme", "dark", "--size", "800x600");
        assertTrue(options.demo());
        assertEquals(Optional.of(Path.of("r")), options.readyFile());
        assertEquals(Optional.of(Theme.DARK), options.theme());
        assertEquals(Optional.of(new WindowSize(800, 600)), options.size());
    }

    @Test
    void passesOverArgumentsOfThePlatform() {
        assertTrue(StartOptions.parse("-product", "org.postern.app.product", "--demo").demo());
    }

    @Test
    void namesTheOptionThatIsUnknown() {
        assertTrue(refusalOf("--dmeo").contains("--dmeo"));
    }

    @Test
    void namesTheOptionWithoutAValue() {
        assertTrue(refusalOf("--ready-file").contains("--ready-file"));
    }

    @Test
    void refusesASizeThatIsNone() {
        assertTrue(refusalOf("--size", "0x600").contains("0x600"));
        assertTrue(refusalOf("--size", "big").contains("big"));
    }

    @Test
    void refusesAThemeThatIsNone() {
        assertTrue(refusalOf("--theme", "mauve").contains("mauve"));
    }

    private static String refusalOf(String... arguments) {
        return assertThrows(IllegalArgumentException.class, () -> StartOptions.parse(arguments))
                .getMessage();
    }
}
