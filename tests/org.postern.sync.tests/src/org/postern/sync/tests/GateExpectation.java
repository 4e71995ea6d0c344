package org.postern.sync.tests;

import org.postern.core.Security;
import org.postern.sync.tests.Letter.Answers;
import org.postern.sync.tests.Letter.Certifies;
import org.postern.sync.tests.Letter.Greets;
import org.postern.sync.tests.Letter.Judges;

/**
 * The model: when a login may happen, written down from the RFCs and from what policies mean, and
 * from nothing in the code.
 */
final class GateExpectation {

    private GateExpectation() {}

    /** Whether an attempt under that plan ends in a login. */
    static boolean logsIn(Security planned, Letter letter) {
        return allows(planned, letter.judges(), letter.certifies())
                && greetsWell(letter.greets())
                && (planned != Security.STARTTLS || startsTls(letter.answers()))
                && (planned == Security.NONE || isSound(letter.certifies()));
    }

    private static boolean allows(Security planned, Judges judges, Certifies certifies) {
        return switch (judges) {
            case ALLOW, WARN -> true;
            case REQUIRE_PROTECTED -> planned != Security.NONE;
            case REQUIRE_IMPLICIT -> planned == Security.TLS;
            case REQUIRE_TLS_1_3 -> planned != Security.NONE && certifies == Certifies.SOUND;
            case DENY, THROW -> false;
        };
    }

    private static boolean greetsWell(Greets greets) {
        return greets == Greets.OK || greets == Greets.OK_WITH_OFFERS;
    }

    private static boolean startsTls(Answers answers) {
        return answers == Answers.ACCEPTED || answers == Answers.ACCEPTED_AFTER_NOISE;
    }

    private static boolean isSound(Certifies certifies) {
        return certifies == Certifies.SOUND || certifies == Certifies.SOUND_BY_TLS_1_2;
    }
}
