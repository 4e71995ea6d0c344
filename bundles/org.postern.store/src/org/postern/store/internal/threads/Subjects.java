package org.postern.store.internal.threads;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a subject is without the signs of an answer (RFC 5256 §2.1, and what programs write). */
public final class Subjects {

    private static final Pattern ANSWER =
            Pattern.compile(
                    "(?i)^\\s*(re|aw|sv|vs|antw|odp|ynt|rif|ref|res)\\s*(\\[\\d+\\])?\\s*[:\uff1a]\\s*");

    private Subjects() {}

    static boolean isAnswer(String subject) {
        return ANSWER.matcher(subject).find();
    }

    /** Without signs of an answer, in lower case, with single spaces. */
    public static String base(String subject) {
        String rest = subject;
        for (String next = shorter(rest); !next.equals(rest); next = shorter(rest)) {
            rest = next;
        }
        return singleSpaced(rest.strip()).toLowerCase(Locale.ROOT);
    }

    /** The usual sign is taken off without the pattern, which costs twenty times as much. */
    private static String shorter(String subject) {
        if (subject.regionMatches(true, 0, "Re: ", 0, 4)) {
            return subject.substring(4);
        }
        if (subject.indexOf(':') < 0 && subject.indexOf('\uff1a') < 0) {
            return subject;
        }
        Matcher answer = ANSWER.matcher(subject);
        return answer.find() ? subject.substring(answer.end()) : subject;
    }

    private static String singleSpaced(String text) {
        boolean single =
                text.indexOf("  ") < 0
                        && text.chars().noneMatch(c -> c != ' ' && Character.isWhitespace(c));
        return single ? text : text.replaceAll("\\s+", " ");
    }
}
