package org.postern.message.internal.text;

import org.postern.message.PlainText;
import org.postern.message.PlainText.Line;
import org.postern.message.internal.header.Parameters;

import java.util.ArrayList;
import java.util.List;

/** Takes text apart into lines and quote depths. */
public final class PlainTextReader {

    private static final int DEEPEST = 100;

    private PlainTextReader() {}

    /** Reads a text/plain part under its format and delsp parameters (RFC 3676). */
    public static PlainText read(String text, Parameters type) {
        boolean flowed = type.parameter("format").filter("flowed"::equalsIgnoreCase).isPresent();
        boolean deletesSpace = type.parameter("delsp").filter("yes"::equalsIgnoreCase).isPresent();
        return flowed ? new FlowedText(deletesSpace).read(lines(text)) : fixed(text);
    }

    /** Reads text whose lines are as the author broke them. */
    public static PlainText fixed(String text) {
        List<Line> lines = new ArrayList<>();
        for (String line : lines(text)) {
            lines.add(fixedLine(line));
        }
        return new PlainText(withoutBlankEnd(lines));
    }

    /** Counts marks as people and programs write them: {@code >>}, {@code > >}, {@code >> >}. */
    private static Line fixedLine(String line) {
        int depth = 0;
        int start = 0;
        int at = 0;
        while (at < line.length() && depth < DEEPEST && isMark(line, at)) {
            if (line.charAt(at) == '>') {
                depth++;
                start = at + 1;
            }
            at++;
        }
        boolean space = depth > 0 && start < line.length() && line.charAt(start) == ' ';
        return new Line(depth, trimmed(line.substring(space ? start + 1 : start)));
    }

    /** The signature mark of RFC 3676 section 4.3 keeps its space. */
    private static String trimmed(String text) {
        return text.equals("-- ") ? text : text.stripTrailing();
    }

    private static boolean isMark(String line, int at) {
        boolean nextIsMark = at + 1 < line.length() && line.charAt(at + 1) == '>';
        return line.charAt(at) == '>' || (at > 0 && line.charAt(at) == ' ' && nextIsMark);
    }

    private static String[] lines(String text) {
        return text.replace("\0", "").split("\r\n|\n|\r", -1);
    }

    static List<Line> withoutBlankEnd(List<Line> lines) {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).text().isBlank()) {
            end--;
        }
        return lines.subList(0, end);
    }
}
