import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/**
 * Finds packages that a bundle's classes mention and its manifest does not make visible: what ends
 * in NoClassDefFoundError once OSGi loads the class.
 *
 * <p>Usage: {@code java Imports.java TREE PLUGINS}, the top of the tree and the product's plugins.
 */
final class Imports {
    private static final Pattern MENTION = Pattern.compile(" +\\S+ +-> (\\S+) +not found.*");

    private final Map<String, Path> bundles = new HashMap<>();

    public static void main(String[] arguments) throws IOException {
        Path tree = Path.of(arguments[0]);
        Imports imports = new Imports();
        imports.add(Path.of(arguments[1]), "*.jar");
        List<Path> ours = new ArrayList<>();
        for (String folder : List.of("bundles", "tests")) {
            try (DirectoryStream<Path> modules = Files.newDirectoryStream(tree.resolve(folder))) {
                for (Path module : modules) {
                    ours.addAll(imports.add(module.resolve("target"), "*-SNAPSHOT.jar"));
                }
            }
        }
        boolean complete = true;
        for (Path jar : ours) {
            complete &= imports.tell(jar);
        }
        System.exit(complete && !ours.isEmpty() ? 0 : 1);
    }

    private List<Path> add(Path folder, String name) throws IOException {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, name)) {
            for (Path jar : jars) {
                bundles.put(names(header(jar, "Bundle-SymbolicName")).get(0), jar);
                found.add(jar);
            }
        }
        return found;
    }

    private boolean tell(Path jar) throws IOException {
        Set<String> missing = mentioned(jar);
        missing.removeAll(visible(jar));
        if (!missing.isEmpty()) {
            System.out.println(jar.getFileName() + " does not import " + missing);
        }
        return missing.isEmpty();
    }

    private static Set<String> mentioned(Path jar) {
        StringWriter text = new StringWriter();
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        PrintWriter out = new PrintWriter(text);
        jdeps.run(out, out, "-verbose:package", "-filter:none", jar.toString());
        Set<String> packages = new TreeSet<>();
        text.toString()
                .lines()
                .map(MENTION::matcher)
                .filter(Matcher::matches)
                .forEach(line -> packages.add(line.group(1)));
        return packages;
    }

    private Set<String> visible(Path jar) throws IOException {
        Set<String> packages = new TreeSet<>(names(header(jar, "Import-Package")));
        try (JarFile content = new JarFile(jar.toFile())) {
            content.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && name.contains("/"))
                    .forEach(name -> packages.add(packageOf(name)));
        }
        for (String required : names(header(jar, "Require-Bundle"))) {
            packages.addAll(exported(required));
        }
        for (String host : names(header(jar, "Fragment-Host"))) {
            packages.addAll(visible(bundles.get(host)));
        }
        return packages;
    }

    private static String packageOf(String entry) {
        return entry.substring(0, entry.lastIndexOf('/')).replace('/', '.');
    }

    /** What a bundle exports, and what the bundles export that it passes on. */
    private Set<String> exported(String bundle) throws IOException {
        Set<String> packages = new TreeSet<>();
        Path jar = bundles.get(bundle);
        if (jar != null) {
            packages.addAll(names(header(jar, "Export-Package")));
            for (String clause : clauses(header(jar, "Require-Bundle"))) {
                if (clause.contains("visibility:=reexport")) {
                    packages.addAll(exported(names(clause).get(0)));
                }
            }
            for (Path fragment : fragmentsOf(bundle)) {
                packages.addAll(names(header(fragment, "Export-Package")));
            }
        }
        return packages;
    }

    private List<Path> fragmentsOf(String bundle) throws IOException {
        List<Path> fragments = new ArrayList<>();
        for (Path jar : bundles.values()) {
            if (names(header(jar, "Fragment-Host")).contains(bundle)) {
                fragments.add(jar);
            }
        }
        return fragments;
    }

    private static String header(Path jar, String name) throws IOException {
        try (JarFile content = new JarFile(jar.toFile())) {
            Attributes headers = content.getManifest().getMainAttributes();
            return headers.getValue(name) == null ? "" : headers.getValue(name);
        }
    }

    private static List<String> names(String header) {
        return clauses(header).stream().map(clause -> clause.split(";")[0].strip()).toList();
    }

    /** Splits at commas outside of quotes. */
    private static List<String> clauses(String header) {
        return header.isBlank()
                ? List.of()
                : List.of(header.split(",(?=([^\"]*\"[^\"]*\")*[^\"]*$)"));
    }
}
