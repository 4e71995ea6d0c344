package org.postern.ui.internal.list;

import org.eclipse.swt.graphics.TextLayout;
import org.postern.core.Flag;
import org.postern.store.MessageRow;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Dates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is said of a message in a row. */
public final class RowTexts {

    private static final int LONGEST = 300;
    private static final String MORE = "…";

    private RowTexts() {}

    /** The subject, or words that there is none. */
    public static String subject(MessageRow row) {
        return row.subject().isBlank() ? Messages.List_noSubject : row.subject();
    }

    /** The author, or words that there is none. */
    public static String author(MessageRow row) {
        String shown = row.from().display();
        return shown.isBlank() ? Messages.List_noAuthor : shown;
    }

    /** All of a row in one sentence, for screen readers and type-ahead. */
    public static String spoken(MessageRow row) {
        List<String> parts = new ArrayList<>();
        if (row.unread()) {
            parts.add(Messages.List_unread);
        }
        if (row.flags().contains(Flag.FLAGGED)) {
            parts.add(Messages.List_flagged);
        }
        parts.add(author(row));
        parts.add(subject(row));
        parts.add(Dates.here().brief(row.date(), Instant.now()));
        if (row.attachments()) {
            parts.add(Messages.List_hasAttachments);
        }
        return String.join(", ", parts);
    }

    /** As much of the text as fits, by halving; ends with dots when something was cut off. */
    static String fitting(TextLayout layout, String text, int width) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        if (width(layout, start) <= width) {
            return start;
        }
        int fits = 0;
        int tooLong = start.length();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            if (width(layout, start.substring(0, middle) + MORE) <= width) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return start.substring(0, whole(start, fits)).stripTrailing() + MORE;
    }

    private static int whole(String text, int end) {
        return end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private static int width(TextLayout layout, String text) {
        layout.setText(text);
        return layout.getBounds().width;
    }
}
