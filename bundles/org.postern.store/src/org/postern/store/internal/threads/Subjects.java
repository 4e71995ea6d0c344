package org.postern.store.internal.threads;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a subject is without the signs of an answer (RFC 5256 §2.1, and what programs write). */
final class Subjects {

    private static final Pattern ANSWER =
            Pattern.compile(
                    "(?i)^\\s*(re|aw|sv|vs|antw|odp|ynt|rif|ref|res)\\s*(\\[\\d+\\])?\\s*[:\uff1a]\\s*");

    private Subjects() {}

    static boolean isAnswer(String subject) {
        return ANSWER.matcher(subject).find();
    }

    /** Without signs of an answer, in lower case, with single spaces. */
    static String base(String subject) {
        String rest = subject;
        for (Matcher answer = ANSWER.matcher(rest); answer.find(); answer = ANSWER.matcher(rest)) {
            rest = rest.substring(answer.end());
        }
        return rest.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
