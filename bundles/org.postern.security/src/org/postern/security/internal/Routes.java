package org.postern.security.internal;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How far each of the certificates that a server sent is from an authority that is trusted. Cross
 * certificates make several ways, of which one may lead to nowhere; and looking through all orders
 * would let a server keep us busy for long.
 */
final class Routes {

    private static final int NOWHERE = Integer.MAX_VALUE;

    private final Map<X509Certificate, Integer> steps = new HashMap<>();

    /**
     * @param sound those that may stand in a path
     */
    Routes(List<X509Certificate> sent, PathCheck trust, Predicate<X509Certificate> sound) {
        List<X509Certificate> usable = sent.stream().filter(sound).toList();
        usable.stream()
                .filter(each -> trust.anchorOf(each).isPresent())
                .forEach(each -> steps.put(each, 0));
        for (int step = 1; grow(usable, step); step++) {
            // each round reaches one certificate further down
        }
    }

    private boolean grow(List<X509Certificate> usable, int step) {
        List<X509Certificate> reached =
                usable.stream().filter(each -> !steps.containsKey(each) && isBelow(each)).toList();
        reached.forEach(each -> steps.put(each, step));
        return !reached.isEmpty();
    }

    private boolean isBelow(X509Certificate certificate) {
        return steps.keySet().stream().anyMatch(each -> Issuance.signed(each, certificate));
    }

    /** How many certificates are between this one and a trusted authority. */
    int steps(X509Certificate from) {
        return steps.getOrDefault(from, NOWHERE);
    }
}
