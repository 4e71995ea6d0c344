package org.postern.sync.tests;

import java.util.ArrayList;
import java.util.List;

/** What a server, and the policies, do in one attempt to connect: a letter of the model check. */
record Letter(Judges judges, Greets greets, Answers answers, Certifies certifies) {

    /** What the policies say. */
    enum Judges {
        ALLOW,
        WARN,
        REQUIRE_PROTECTED,
        REQUIRE_IMPLICIT,
        REQUIRE_TLS_1_3,
        DENY,
        THROW
    }

    /** How the server begins. */
    enum Greets {
        OK,
        /** It also offers everything that a careless client would believe. */
        OK_WITH_OFFERS,
        PREAUTH,
        BYE,
        OTHER_PROTOCOL,
        TLS_BYTES,
        TOO_LONG,
        HANGS_UP
    }

    /** What it makes of the wish to start TLS. */
    enum Answers {
        ACCEPTED,
        /** Accepted, after things that nobody may believe. */
        ACCEPTED_AFTER_NOISE,
        NOT_OFFERED,
        NO_CAPABILITIES,
        /** The answer stands there before the question. */
        EARLY,
        REFUSED,
        BAD,
        UNTAGGED,
        WRONG_TAG,
        GARBLED,
        INJECTED,
        BYE,
        TOO_LONG,
        HANGS_UP
    }

    /** What happens where TLS begins. */
    enum Certifies {
        SOUND,
        SOUND_BY_TLS_1_2,
        WRONG_HOST,
        SELF_SIGNED,
        EXPIRED,
        UNKNOWN_ISSUER,
        OLD_TLS_ONLY,
        CLEAR_TEXT,
        HANGS_UP
    }

    /** The full product. */
    static List<Letter> all() {
        List<Letter> all = new ArrayList<>();
        for (Judges judges : Judges.values()) {
            for (Greets greets : Greets.values()) {
                for (Answers answers : Answers.values()) {
                    for (Certifies certifies : Certifies.values()) {
                        all.add(new Letter(judges, greets, answers, certifies));
                    }
                }
            }
        }
        return all;
    }

    /** The choice of one kind that this letter stands for. */
    Enum<?> choice(Class<? extends Enum<?>> kind) {
        return List.<Enum<?>>of(judges, greets, answers, certifies).stream()
                .filter(kind::isInstance)
                .findFirst()
                .orElseThrow();
    }
}
