package org.postern.laws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;

/** What a bundle's manifest says. */
record Manifest(String bundle, List<String> imports, List<Export> exports, List<String> required) {

    /**
     * @param friends the only bundles that may import it; empty for API
     */
    record Export(String name, List<String> friends) {}

    static Manifest of(Path bundle) {
        SourceFile file = SourceFile.read(bundle.resolve("META-INF/MANIFEST.MF"));
        try {
            Attributes main =
                    new java.util.jar.Manifest(
                                    new ByteArrayInputStream(
                                            file.text().getBytes(StandardCharsets.UTF_8)))
                            .getMainAttributes();
            return new Manifest(
                    bundle.getFileName().toString(),
                    names(main.getValue("Import-Package")),
                    clauses(main.getValue("Export-Package")).stream()
                            .map(Manifest::export)
                            .toList(),
                    names(main.getValue("Require-Bundle")));
        } catch (IOException e) {
            throw new UncheckedIOException(file.name(), e);
        }
    }

    private static Export export(String clause) {
        String[] parts = clause.split(";");
        List<String> friends = new ArrayList<>();
        for (String part : parts) {
            String text = part.strip();
            if (text.startsWith("x-friends:=")) {
                friends.addAll(
                        List.of(
                                text.substring("x-friends:=".length())
                                        .replace("\"", "")
                                        .split("\\s*,\\s*")));
            } else if (text.startsWith("x-internal:=true")) {
                friends.add("nobody");
            }
        }
        return new Export(parts[0].strip(), friends);
    }

    private static List<String> names(String header) {
        return clauses(header).stream().map(clause -> clause.split(";")[0].strip()).toList();
    }

    private static List<String> clauses(String header) {
        List<String> clauses = new ArrayList<>();
        StringBuilder clause = new StringBuilder();
        boolean quoted = false;
        for (char c : (header == null ? "" : header).toCharArray()) {
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                clauses.add(clause.toString());
                clause.setLength(0);
            } else {
                clause.append(c);
            }
        }
        clauses.add(clause.toString());
        return clauses.stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
    }
}
