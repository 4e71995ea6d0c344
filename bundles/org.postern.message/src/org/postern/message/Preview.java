package org.postern.message;

import org.postern.message.PlainText.Line;
import org.postern.message.internal.header.Clean;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The one line of a message that a list shows below its subject. */
public final class Preview {

    private static final int LONGEST = 200;
    private static final int LINES = 200;
    private static final Pattern RULE = Pattern.compile("[-_=*~#+. ]*");

    private static final Pattern LINK = Pattern.compile("<(?:https?|mailto):[^\\s<>]{1,4000}>");

    private Preview() {}

    /** At most 200 characters of what the author wrote, or of a quotation when that is all. */
    public static String of(ReadableMessage message) {
        return of(message.text());
    }

    /** The same for a text. */
    public static String of(PlainText text) {
        String own = join(text.lines().stream().filter(line -> line.depth() == 0).toList());
        return own.isEmpty() ? join(text.lines()) : own;
    }

    private static String join(List<Line> lines) {
        String joined =
                lines.stream()
                        .limit(LINES)
                        .map(Line::text)
                        .takeWhile(line -> !line.equals("-- "))
                        .filter(line -> !RULE.matcher(line).matches())
                        .map(line -> line.substring(0, Math.min(line.length(), 4 * LONGEST)))
                        .collect(Collectors.joining(" "));
        String words = LINK.matcher(joined).replaceAll(" ");
        return cut(Clean.line(words.replaceAll("[\\s\\u00a0\\u200b\\u034f\\u00ad]+", " ")));
    }

    private static String cut(String line) {
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)).stripTrailing() + "…";
    }
}
