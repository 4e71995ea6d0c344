package org.postern.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What people read is in properties files, each key is there and used, and no file tells of the
 * machine that it was written on.
 */
class TextLawsTest {

    private static final Pattern PERCENT_KEY = Pattern.compile("\"%([\\w.\\-]+)\"|: %([\\w.\\-]+)");

    @Test
    void everyKeyOfAManifestOrPluginIsThereAndEveryKeyIsUsed() {
        List<String> wrong = new ArrayList<>();
        for (Path bundle : Tree.bundles()) {
            Path file = bundle.resolve("OSGI-INF/l10n/bundle.properties");
            Properties texts = Files.exists(file) ? load(file) : new Properties();
            String uses =
                    textOf(bundle.resolve("plugin.xml"))
                            + textOf(bundle.resolve("META-INF/MANIFEST.MF"));
            PERCENT_KEY
                    .matcher(uses)
                    .results()
                    .map(m -> m.group(1) != null ? m.group(1) : m.group(2))
                    .filter(key -> !texts.containsKey(key))
                    .forEach(key -> wrong.add(bundle.getFileName() + " has no text for %" + key));
            texts.stringPropertyNames().stream()
                    .filter(key -> !uses.contains("%" + key))
                    .forEach(key -> wrong.add(bundle.getFileName() + " never uses " + key));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyTextOfAMessagesFileIsNotEmptyAndItsPlacesCount() {
        List<String> wrong = new ArrayList<>();
        List<SourceFile> files = Tree.files(Tree.root().resolve("bundles"), "messages.properties");
        assertFalse(files.isEmpty());
        for (SourceFile file : files) {
            Properties texts = parse(file.text());
            texts.forEach(
                    (key, text) -> {
                        if (text.toString().isBlank()) {
                            wrong.add(file.name() + ": " + key + " is empty");
                        }
                        if (text.toString().matches(".*[^']'[^'{].*")
                                && text.toString().contains("{0}")) {
                            wrong.add(
                                    file.name()
                                            + ": "
                                            + key
                                            + " has a single apostrophe beside {0}");
                        }
                    });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void noFileNamesAPathOfSomebodysMachine() {
        Pattern path = Pattern.compile("/(?:home|Users)/[a-z]+/|/wo" + "rk/[a-z]|C:\\\\\\\\Users");
        assertFalse(new SourceFile("sample", "see /home/ann/x").places(path).isEmpty());
        List<String> places =
                Tree.files(
                                Tree.root(),
                                ".java",
                                ".xml",
                                ".md",
                                ".properties",
                                ".sh",
                                "run",
                                "test",
                                ".MF")
                        .stream()
                        .filter(
                                f ->
                                        !f.name().contains("org.postern.laws.tests")
                                                && !f.name().endsWith(".eml"))
                        .flatMap(f -> f.places(path).stream())
                        .toList();
        assertEquals(List.of(), places);
    }

    private static Properties load(Path file) {
        return parse(SourceFile.read(file).text());
    }

    private static Properties parse(String text) {
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static String textOf(Path file) {
        return Files.exists(file) ? SourceFile.read(file).text() : "";
    }
}
