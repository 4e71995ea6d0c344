package org.postern.transport.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.transport.Transport;
import org.postern.transport.TransportDescriptor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The description of the extension point tells the truth. */
final class SchemaTest {

    private static final Path FILE =
            Path.of("bundles/org.postern.transport/schema/transports.exsd");

    private final String schema = read();

    /** Tests run somewhere below the top of the tree. */
    private static String read() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(FILE)) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        try {
            return Files.readString(folder.resolve(FILE));
        } catch (IOException e) {
            throw new AssertionError("there is no " + FILE, e);
        }
    }

    private List<String> all(String pattern) {
        return Pattern.compile(pattern).matcher(schema).results().map(this::first).toList();
    }

    private String first(MatchResult result) {
        return result.group(1);
    }

    @Test
    void everyBasedOnCanBeLoaded() throws ClassNotFoundException {
        List<String> types = all("basedOn=\":([^\"]+)\"");
        assertEquals(1, types.size(), types::toString);
        assertSame(Transport.class, Class.forName(types.getFirst()));
    }

    @Test
    void theExampleIsSound() throws Exception {
        Matcher example =
                Pattern.compile("&lt;pre&gt;(.*)&lt;/pre&gt;", Pattern.DOTALL).matcher(schema);
        assertTrue(example.find(), "there is an example");
        String extension =
                example.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        try (PlainRegistry registry = new PlainRegistry()) {
            registry.contribute("example.maildir", "<plugin>" + extension + "</plugin>");
            TransportDescriptor maildir = registry.transports().find("maildir").orElseThrow();
            assertEquals(TransportDescriptor.Location.FOLDER, maildir.location());
            assertFalse(maildir.login());
            assertEquals(List.of(), registry.transports().problems());
        }
    }

    @Test
    void whatItRequiresIsRequired() throws Exception {
        List<String> required = all("<attribute name=\"(\\w+)\"[^>]*use=\"required\"");
        assertEquals(
                List.of("point", "id", "scheme", "label", "protocol", "security", "class"),
                required);
        for (String absent : required.subList(1, required.size())) {
            StringBuilder attributes = new StringBuilder();
            for (String name : required.subList(1, required.size())) {
                String value = name.equals("security") ? "none" : "a";
                attributes.append(name.equals(absent) ? "" : name + "=\"" + value + "\" ");
            }
            try (PlainRegistry registry = new PlainRegistry()) {
                registry.plugin("example.mail", attributes.toString());
                assertEquals(List.of(), registry.transports().all(), absent);
            }
        }
    }
}
