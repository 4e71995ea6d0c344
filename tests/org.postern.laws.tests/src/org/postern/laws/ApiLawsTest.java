package org.postern.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an author of plug-ins may rely on. */
class ApiLawsTest {

    private static final Pattern PUBLIC_TYPE =
            Pattern.compile(
                    "(?m)^(?:@\\w+(?:\\([^)]*\\))?\\s+)*public (?:abstract |final |sealed"
                            + " |non-sealed )*(?:class|interface|record|enum) (\\w+)");
    private static final Pattern BASED_ON = Pattern.compile("basedOn=\"([^\"]+)\"");

    @Test
    void everyPublicTypeOfAnApiPackageHasJavadoc() {
        assertFalse(documented("package a;\n\nimport b.C;\n\npublic final class Bare {}\n"));
        List<String> bare =
                apiFiles().stream()
                        .filter(f -> !documented(f.text()))
                        .map(SourceFile::name)
                        .toList();
        assertEquals(List.of(), bare);
    }

    @Test
    void everySchemaNamesTypesThatAreThere() {
        List<String> missing = new ArrayList<>();
        int seen = 0;
        for (SourceFile schema : Tree.files(Tree.root().resolve("bundles"), ".exsd")) {
            Matcher matcher = BASED_ON.matcher(schema.text());
            while (matcher.find()) {
                seen++;
                for (String type : matcher.group(1).split(":")) {
                    if (type.startsWith("org.postern.") && !exists(type)) {
                        missing.add(schema.name() + ": " + type);
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
        assertFalse(seen < 3, "the three extension points for authors name a type each");
    }

    @Test
    void everySchemaIsDescribedAndHasAnExample() {
        List<String> poor =
                Tree.files(Tree.root().resolve("bundles"), ".exsd").stream()
                        .filter(
                                s ->
                                        !s.text().contains("type=\"examples\"")
                                                || !s.text().contains("<pre>")
                                                        && !s.text().contains("&lt;pre&gt;"))
                        .map(SourceFile::name)
                        .toList();
        assertEquals(List.of(), poor);
    }

    private static boolean documented(String source) {
        Matcher matcher = PUBLIC_TYPE.matcher(source);
        if (!matcher.find()) {
            return true;
        }
        String before = source.substring(0, matcher.start()).stripTrailing();
        return before.endsWith("*/") && before.lastIndexOf("/**") > before.lastIndexOf("import ");
    }

    private static List<SourceFile> apiFiles() {
        return Tree.bundles().stream()
                .flatMap(b -> Tree.java(b.getFileName().toString()).stream())
                .filter(f -> !f.name().contains("/internal/"))
                .toList();
    }

    private static boolean exists(String type) {
        String path = "/src/" + type.replace('.', '/').replaceAll("\\$.*", "") + ".java";
        return Tree.files(Tree.root().resolve("bundles"), ".java").stream()
                .anyMatch(f -> f.name().endsWith(path));
    }
}
