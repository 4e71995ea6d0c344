package org.postern.security.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Domains below which strangers to each other register names: {@code com}, {@code co.uk}. Only what
 * registries say of themselves counts; below {@code github.io} strangers live as well, but its
 * owner may hold one certificate for all of them.
 */
final class PublicSuffixes {

    private static final String FILE = "public-suffixes.txt";

    private final Set<String> rules;

    private PublicSuffixes(Set<String> rules) {
        this.rules = rules;
    }

    /**
     * @param domain in lower case and A-labels
     */
    static boolean contain(String domain) {
        return Loaded.LIST.isPublic(domain);
    }

    /** The algorithm of the list; a name of one label is public even where it is not listed. */
    private boolean isPublic(String domain) {
        int dot = domain.indexOf('.');
        return !rules.contains("!" + domain)
                && (dot < 0
                        || rules.contains(domain)
                        || rules.contains("*" + domain.substring(dot)));
    }

    private static PublicSuffixes load() {
        try (InputStream in = PublicSuffixes.class.getResourceAsStream(FILE)) {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new PublicSuffixes(
                    lines.lines()
                            .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                            .map(PublicSuffixes::ascii)
                            .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ascii(String rule) {
        boolean exception = rule.startsWith("!");
        return (exception ? "!" : "") + domain(exception ? rule.substring(1) : rule);
    }

    /** An asterisk is no letter of a name. */
    private static String domain(String rule) {
        return rule.startsWith("*.") ? "*." + Idna.ascii(rule.substring(2)) : Idna.ascii(rule);
    }

    private static final class Loaded {
        static final PublicSuffixes LIST = load();
    }
}
