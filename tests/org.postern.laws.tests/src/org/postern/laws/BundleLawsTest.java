package org.postern.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.util.stream.Collectors.toMap;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The laws that can be seen in manifests: which room may use which. */
class BundleLawsTest {

    /** Left may use right. What is not named here, no bundle of ours may import. */
    private static final Map<String, Set<String>> ARROWS =
            Map.ofEntries(
                    Map.entry("core", Set.of()),
                    Map.entry("account", Set.of("core")),
                    Map.entry("security", Set.of("core")),
                    Map.entry("net", Set.of("core", "security")),
                    Map.entry("transport", Set.of("core", "account", "security", "net")),
                    Map.entry("imap", Set.of("core", "security", "net", "transport")),
                    Map.entry("pop3", Set.of("core", "security", "net", "transport")),
                    Map.entry("store", Set.of("core")),
                    Map.entry("message", Set.of("core")),
                    Map.entry("search", Set.of("core", "account", "store", "message")),
                    Map.entry("credentials", Set.of("core", "account")),
                    Map.entry(
                            "sync",
                            Set.of(
                                    "core",
                                    "account",
                                    "security",
                                    "net",
                                    "transport",
                                    "store",
                                    "credentials",
                                    "message")),
                    Map.entry(
                            "diagnosis", Set.of("core", "account", "security", "net", "transport")),
                    Map.entry("demo", Set.of("core")),
                    Map.entry(
                            "cli",
                            Set.of(
                                    "core",
                                    "account",
                                    "security",
                                    "net",
                                    "transport",
                                    "credentials",
                                    "message",
                                    "search",
                                    "store",
                                    "sync",
                                    "diagnosis")),
                    Map.entry(
                            "ui",
                            Set.of(
                                    "core",
                                    "account",
                                    "security",
                                    "net",
                                    "transport",
                                    "store",
                                    "search",
                                    "credentials",
                                    "message",
                                    "sync",
                                    "diagnosis")),
                    Map.entry(
                            "app",
                            Set.of(
                                    "core",
                                    "account",
                                    "security",
                                    "net",
                                    "transport",
                                    "store",
                                    "search",
                                    "credentials",
                                    "message",
                                    "sync",
                                    "diagnosis",
                                    "ui",
                                    "cli",
                                    "demo")));

    private final List<Manifest> manifests = Tree.bundles().stream().map(Manifest::of).toList();

    @Test
    void everyArrowIsOneOfTheArchitecture() {
        Map<String, String> home = homes();
        List<String> wrong = new ArrayList<>();
        for (Manifest manifest : manifests) {
            Set<String> allowed = ARROWS.get(room(manifest.bundle()));
            assertTrue(
                    allowed != null, () -> manifest.bundle() + " has no place in the architecture");
            for (String used : usedBundles(manifest, home)) {
                if (!used.equals(manifest.bundle()) && !allowed.contains(room(used))) {
                    wrong.add(manifest.bundle() + " uses " + used);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void nobodyImportsAProvider() {
        List<String> importers =
                manifests.stream()
                        .filter(
                                m ->
                                        m.imports().stream()
                                                .anyMatch(
                                                        i ->
                                                                i.matches(
                                                                        "org\\.postern\\.(imap|pop3|smtp)(\\..*)?")))
                        .map(Manifest::bundle)
                        .toList();
        assertEquals(List.of(), importers);
    }

    @Test
    void law9InternalPackagesAreForTheBundlesOwnTestsOnly() {
        List<String> open = new ArrayList<>();
        for (Manifest manifest : manifests) {
            for (Manifest.Export export : manifest.exports()) {
                if (export.name().contains(".internal") && !isOwnTestsOnly(manifest, export)) {
                    open.add(
                            manifest.bundle()
                                    + " opens "
                                    + export.name()
                                    + " to "
                                    + export.friends());
                }
            }
            manifest.imports().stream()
                    .filter(i -> i.startsWith("org.postern.") && i.contains(".internal"))
                    .forEach(i -> open.add(manifest.bundle() + " imports " + i));
        }
        assertEquals(List.of(), open);
    }

    /** The proof that nothing is lost must know the store's steps towards the disk, too. */
    private static boolean isOwnTestsOnly(Manifest manifest, Manifest.Export export) {
        String own = manifest.bundle() + ".tests";
        return export.friends().equals(List.of(own))
                || (export.name().equals("org.postern.store.internal")
                        && export.friends().equals(List.of(own, "org.postern.proof.tests")));
    }

    @Test
    void packagesBearTheNameOfTheirBundle() {
        List<String> wrong = new ArrayList<>();
        for (Manifest manifest : manifests) {
            for (SourceFile file : Tree.java(manifest.bundle())) {
                if (!file.name().contains("/src/" + manifest.bundle().replace('.', '/') + "/")) {
                    wrong.add(file.name());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aManifestIsReadAsItIsWritten() {
        Manifest core =
                manifests.stream()
                        .filter(m -> m.bundle().equals("org.postern.core"))
                        .findFirst()
                        .orElseThrow();
        assertFalse(core.exports().isEmpty());
        assertTrue(manifests.stream().anyMatch(m -> !m.imports().isEmpty()));
    }

    private List<String> usedBundles(Manifest manifest, Map<String, String> home) {
        List<String> used = new ArrayList<>();
        manifest.imports().stream().filter(home::containsKey).map(home::get).forEach(used::add);
        manifest.required().stream().filter(b -> b.startsWith("org.postern.")).forEach(used::add);
        return used;
    }

    private Map<String, String> homes() {
        Map<String, String> homes = new HashMap<>();
        for (Manifest manifest : manifests) {
            homes.putAll(
                    manifest.exports().stream()
                            .collect(toMap(Manifest.Export::name, e -> manifest.bundle())));
        }
        return homes;
    }

    private static String room(String bundle) {
        return bundle.substring("org.postern.".length());
    }
}
