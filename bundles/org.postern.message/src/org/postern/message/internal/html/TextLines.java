package org.postern.message.internal.html;

import org.postern.message.PlainText;
import org.postern.message.PlainText.Line;
import org.postern.message.internal.header.Clean;

import java.util.ArrayList;
import java.util.List;

/** Lines in the making: white space collapsed, no two empty lines in a row. */
final class TextLines {

    private static final int DEEPEST = 100;
    private static final int LOOK_BACK = 5000;

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int depth;
    private boolean gapWanted;
    private boolean spaceWanted;

    PlainText text() {
        end();
        return new PlainText(lines);
    }

    void add(String text, boolean asIs) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (asIs && c == '\n') {
                feed();
            } else if (!asIs && isSpace(c)) {
                spaceWanted = true;
            } else if (c >= ' ' || c == '\t') {
                append(c);
            }
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u00a0';
    }

    private void append(char c) {
        if (line.isEmpty()) {
            gap();
        } else if (spaceWanted) {
            line.append(' ');
        }
        spaceWanted = false;
        line.append(c);
    }

    private void gap() {
        if (gapWanted && !lines.isEmpty() && !lines.getLast().text().isEmpty()) {
            lines.add(new Line(Math.min(depth, lines.getLast().depth()), ""));
        }
        gapWanted = false;
    }

    /** Ends a line that has something on it. */
    void end() {
        if (!line.isEmpty()) {
            lines.add(new Line(Math.clamp(depth, 0, DEEPEST), line.toString().stripTrailing()));
            line.setLength(0);
        }
        spaceWanted = false;
    }

    /** Ends a line; an empty one asks for a gap. */
    void feed() {
        gapWanted |= line.isEmpty();
        end();
    }

    void paragraph() {
        end();
        gapWanted = true;
    }

    void quote(int step) {
        paragraph();
        depth += step;
    }

    void rule() {
        paragraph();
        add("----", true);
        paragraph();
    }

    void item(String bullet) {
        end();
        add(bullet, true);
    }

    void cell() {
        spaceWanted = !line.isEmpty();
    }

    void image(String alternative) {
        String text = Clean.line(alternative);
        if (!text.isEmpty()) {
            add("[" + text + "]", false);
        }
    }

    /** Adds a link's target, unless the line shows it already. */
    void target(String href) {
        String shown = href.replaceFirst("^[a-z]+:(//)?", "").replaceFirst("/$", "");
        if (line.indexOf(shown, Math.max(0, line.length() - LOOK_BACK)) < 0) {
            spaceWanted = true;
            add("<" + href + ">", false);
        }
    }
}
