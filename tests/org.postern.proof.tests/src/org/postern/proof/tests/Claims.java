package org.postern.proof.tests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What may be claimed of a life that was interrupted. */
final class Claims {

    private Claims() {}

    /**
     * The claims of all acts that were done. What an act that was only begun would have changed is
     * not known, so that nothing is claimed of it; and an act that found its message gone, because
     * one before it was only begun, did nothing.
     */
    static List<Claim> of(List<Act> acts, Journal journal) throws IOException {
        List<Claim> claims = new ArrayList<>();
        List<String> unsure = new ArrayList<>();
        for (int act = 0; act < acts.size(); act++) {
            for (Claim claim : acts.get(act).claims()) {
                claims.removeIf(claim::replaces);
                if (!journal.wasDone(act)) {
                    unsure.add(claim.subject());
                } else if (!unsure.contains(claim.subject())) {
                    claims.add(claim);
                }
            }
        }
        return claims;
    }

    /** The subjects of what was copied, or was about to be when the life was interrupted. */
    static Set<String> copied(List<Act> acts, Journal journal) throws IOException {
        Set<String> copied = new HashSet<>();
        for (int act = 0; act < acts.size(); act++) {
            if (journal.wasBegun(act)) {
                acts.get(act).claims().stream()
                        .filter(Claim.Copied.class::isInstance)
                        .forEach(claim -> copied.add(claim.subject()));
            }
        }
        return copied;
    }
}
