import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for the passwords of tests in what tests leave behind: as they are, quoted, escaped for
 * XML, and in Base64 at each of the three alignments at which something else may stand before them.
 * Prints file and line of the list, never the password.
 *
 * <p>Arguments: the list of passwords, then files and folders. Ends with 1 when something was found
 * and with 2 when nothing was looked through.
 */
public final class SearchSecrets {

    private record Form(int line, String text) {}

    private final List<Form> forms = new ArrayList<>();
    private final Set<String> found = new LinkedHashSet<>();
    private int files;

    public static void main(String[] arguments) throws IOException {
        SearchSecrets search = new SearchSecrets();
        search.read(Path.of(arguments[0]));
        for (int i = 1; i < arguments.length; i++) {
            search.look(Path.of(arguments[i]));
        }
        search.found.forEach(System.out::println);
        System.out.println(search.files + " files, " + search.found.size() + " with a secret");
        System.exit(search.files == 0 ? 2 : search.found.isEmpty() ? 0 : 1);
    }

    /** One password a line; comments begin with #, words that are too common with a minus. */
    private void read(Path list) throws IOException {
        List<String> lines = Files.readAllLines(list, UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            String secret = lines.get(i);
            if (!secret.isBlank() && !secret.startsWith("#") && !secret.startsWith("-")) {
                addForms(i + 1, secret);
            }
        }
    }

    private void addForms(int line, String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        String plain = new String(bytes, ISO_8859_1);
        Set<String> texts = new LinkedHashSet<>(List.of(plain));
        texts.add(new String(secret.getBytes(ISO_8859_1), ISO_8859_1));
        texts.add(plain.replace("\\", "\\\\").replace("\"", "\\\""));
        texts.add(plain.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"));
        for (int shift = 0; shift < 3; shift++) {
            texts.add(base64Core(bytes, shift));
        }
        texts.forEach(text -> forms.add(new Form(line, text)));
    }

    /** The characters that depend on the secret alone, whatever stands around it. */
    private static String base64Core(byte[] secret, int shift) {
        byte[] shifted = new byte[shift + secret.length];
        System.arraycopy(secret, 0, shifted, shift, secret.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return encoded.substring((shift * 8 + 5) / 6, shifted.length * 8 / 6);
    }

    private void look(Path start) throws IOException {
        try (Stream<Path> all = Files.walk(start)) {
            all.filter(Files::isRegularFile).filter(SearchSecrets::isOutput).forEach(this::search);
        }
    }

    /** Classes, and bundles made of them, hold the constants of the tests; they are no output. */
    private static boolean isOutput(Path file) {
        String path = file.toString().replace('\\', '/');
        return !path.matches(".*\\.(class|jar|java)")
                && !path.matches(".*/target/(classes|test-classes|generated-sources)/.*")
                && !path.matches(".*/configuration/org\\.eclipse\\.osgi/\\d+/.*");
    }

    private void search(Path file) {
        try {
            files++;
            String text = new String(Files.readAllBytes(file), ISO_8859_1);
            for (Form form : forms) {
                if (text.contains(form.text())) {
                    found.add(file + " holds the secret of line " + form.line());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
