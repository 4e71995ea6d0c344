package org.postern.diagnosis;

import java.util.Optional;

/**
 * Knows one cause, or a few that belong together. Contributed through the extension point {@code
 * org.postern.diagnosis.rules}. Rules are asked in the order of their rank, and the first that
 * finds something is heard, so that there is exactly one cause. Where an account works, all rules
 * are heard, and what they find is a warning.
 *
 * <p>Called on any thread, by several at once; it must answer from the facts alone and never
 * connect. A rule that throws is passed over and reported.
 */
@FunctionalInterface
public interface Rule {

    /**
     * @return empty when this is not the rule's business
     */
    Optional<Finding> judge(Facts facts);
}
