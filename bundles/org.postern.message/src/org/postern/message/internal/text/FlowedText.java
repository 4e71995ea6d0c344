package org.postern.message.internal.text;

import org.postern.message.PlainText;
import org.postern.message.PlainText.Line;

import java.util.ArrayList;
import java.util.List;

/** Joins the lines of flowed paragraphs (RFC 3676 section 4). */
final class FlowedText {

    private static final String SIGNATURE = "-- ";

    private final boolean deletesSpace;
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private int depth;
    private boolean open;

    FlowedText(boolean deletesSpace) {
        this.deletesSpace = deletesSpace;
    }

    PlainText read(String[] raw) {
        for (String line : raw) {
            add(line);
        }
        close();
        return new PlainText(PlainTextReader.withoutBlankEnd(lines));
    }

    private void add(String raw) {
        int marks = marks(raw);
        String line = raw.substring(marks);
        line = line.startsWith(" ") ? line.substring(1) : line;
        if (open && (marks != depth || line.equals(SIGNATURE))) {
            close();
        }
        depth = marks;
        open = true;
        boolean flows = line.endsWith(" ") && !line.equals(SIGNATURE);
        paragraph.append(flows && deletesSpace ? line.substring(0, line.length() - 1) : line);
        if (!flows) {
            close();
        }
    }

    private void close() {
        if (open) {
            String text = paragraph.toString();
            lines.add(new Line(depth, text.equals(SIGNATURE) ? text : text.stripTrailing()));
            paragraph.setLength(0);
            open = false;
        }
    }

    private static int marks(String line) {
        int marks = 0;
        while (marks < line.length() && line.charAt(marks) == '>') {
            marks++;
        }
        return marks;
    }
}
