package org.postern.search.internal.query;

import org.postern.search.Clause.Place;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The names that may stand before a colon. */
final class Fields {

    /** Names of places where words stand. */
    private static final Map<String, Place> PLACES =
            Map.of(
                    "from", Place.FROM,
                    "to", Place.TO,
                    "cc", Place.CC,
                    "subject", Place.SUBJECT,
                    "body", Place.BODY,
                    "attachment", Place.ATTACHMENT);

    /** Names of what has one value. */
    private static final List<String> VALUES =
            List.of("has", "is", "tag", "in", "account", "before", "after", "larger", "smaller");

    /** Shorter names resemble too many words. */
    private static final int SHORTEST_MISSPELT = 4;

    private Fields() {}

    static boolean isName(String name) {
        return PLACES.containsKey(name) || VALUES.contains(name);
    }

    static Optional<Place> place(String name) {
        return Optional.ofNullable(PLACES.get(name));
    }

    static String name(Place place) {
        return PLACES.entrySet().stream()
                .filter(entry -> entry.getValue() == place)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** The name that was probably meant by one that there is not. */
    static Optional<String> meant(String misspelt) {
        if (misspelt.length() < SHORTEST_MISSPELT) {
            return Optional.empty();
        }
        return Stream.concat(PLACES.keySet().stream().sorted(), VALUES.stream())
                .filter(name -> name.length() >= SHORTEST_MISSPELT && isNear(misspelt, name))
                .findFirst();
    }

    /** Whether one letter is wrong, missing or too many, or two are exchanged. */
    private static boolean isNear(String a, String b) {
        int start = 0;
        while (start < Math.min(a.length(), b.length()) && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        String restA = a.substring(start);
        String restB = b.substring(start);
        return switch (a.length() - b.length()) {
            case 0 -> tail(restA, 1).equals(tail(restB, 1)) || isExchanged(restA, restB);
            case 1 -> tail(restA, 1).equals(restB);
            case -1 -> restA.equals(tail(restB, 1));
            default -> false;
        };
    }

    private static boolean isExchanged(String a, String b) {
        return a.length() >= 2
                && a.charAt(0) == b.charAt(1)
                && a.charAt(1) == b.charAt(0)
                && tail(a, 2).equals(tail(b, 2));
    }

    private static String tail(String text, int from) {
        return text.substring(Math.min(from, text.length()));
    }
}
