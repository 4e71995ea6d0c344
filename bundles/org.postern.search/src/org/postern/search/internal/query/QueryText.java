package org.postern.search.internal.query;

import org.postern.search.Clause;
import org.postern.search.Clause.All;
import org.postern.search.Clause.Any;
import org.postern.search.Clause.Place;
import org.postern.search.Clause.Words;

import java.util.List;
import java.util.stream.Collectors;

/** Writes queries as text. */
public final class QueryText {

    private QueryText() {}

    public static String of(Clause root) {
        return root instanceof All all ? joined(all.parts(), " ") : part(root);
    }

    /** The same without groups of one. */
    public static Clause normal(Clause clause) {
        return switch (clause) {
            case All all -> {
                List<Clause> parts = all.parts().stream().map(QueryText::normal).toList();
                yield parts.size() == 1 ? parts.getFirst() : new All(parts);
            }
            case Any any -> {
                List<Clause> parts = any.parts().stream().map(QueryText::normal).toList();
                yield parts.size() == 1 ? parts.getFirst() : new Any(parts);
            }
            case Clause.Not not -> new Clause.Not(normal(not.part()));
            default -> clause;
        };
    }

    private static String part(Clause clause) {
        return switch (clause) {
            case All all -> "(" + joined(all.parts(), " ") + ")";
            case Any any -> joined(any.parts(), " OR ");
            case Clause.Not not -> "-" + operand(not.part());
            case Words words -> words(words);
            case Clause.Is is -> "is:" + Values.name(is.state());
            case Clause.HasAttachment has -> "has:attachment";
            case Clause.In in -> "in:" + quoted(in.mailbox());
            case Clause.OfAccount of -> "account:" + quoted(of.account());
            case Clause.Before before -> "before:" + before.day();
            case Clause.After after -> "after:" + after.day();
            case Clause.Larger larger -> "larger:" + larger.bytes();
            case Clause.Smaller smaller -> "smaller:" + smaller.bytes();
        };
    }

    private static String joined(List<Clause> parts, String by) {
        boolean alternatives = by.equals(" OR ");
        return parts.stream()
                .map(each -> alternatives ? operand(each) : part(each))
                .collect(Collectors.joining(by));
    }

    private static String operand(Clause clause) {
        return clause instanceof Any ? "(" + part(clause) + ")" : part(clause);
    }

    private static String words(Words words) {
        String field = words.place() == Place.ANYWHERE ? "" : Fields.name(words.place()) + ":";
        return field + quoted(words.text()) + (words.open() ? "*" : "");
    }

    /** A word that means nothing else is written as it is. */
    private static String quoted(String text) {
        boolean plain =
                text.codePoints().allMatch(Character::isLetterOrDigit)
                        && !text.equals("OR")
                        && !text.equals("AND");
        return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
