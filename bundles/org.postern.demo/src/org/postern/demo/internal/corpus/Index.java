package org.postern.demo.internal.corpus;

import org.postern.demo.internal.mail.Flags;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table of contents of one person's mail.
 *
 * @param mailboxes in the order of the file
 */
record Index(List<Box> mailboxes) {

    /**
     * A mailbox.
     *
     * @param folder where its files are
     * @param name what the server calls it
     * @param use its special use, if any
     */
    record Box(
            String folder,
            String name,
            Optional<String> use,
            boolean subscribed,
            List<Entry> entries) {}

    /** A message: a file, when it arrived and its flags. */
    record Entry(OffsetDateTime arrival, String file, Flags flags) {}

    /**
     * Reads lines such as {@code mailbox sent | Sent | \Sent} and, below them, {@code
     * 2026-06-14T08:12:00+02:00 plan.eml \Seen}.
     */
    static Index parse(String where, List<String> lines) throws IOException {
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                read(lines.get(i).strip(), boxes);
            } catch (DateTimeException | IndexOutOfBoundsException e) {
                throw new IOException(where + " line " + (i + 1) + ": " + lines.get(i), e);
            }
        }
        return new Index(boxes);
    }

    private static void read(String line, List<Box> boxes) {
        if (line.startsWith("mailbox ")) {
            String[] cells = line.substring(8).split(" *\\| *", -1);
            Optional<String> use = Optional.of(cells[2]).filter(text -> text.startsWith("\\"));
            boolean subscribed = !cells[2].equals("unsubscribed");
            boxes.add(new Box(cells[0], cells[1], use, subscribed, new ArrayList<>()));
        } else if (!line.isEmpty() && !line.startsWith("#")) {
            String[] words = line.split(" ");
            Flags flags = Flags.of(List.of(words).subList(2, words.length));
            Entry entry = new Entry(OffsetDateTime.parse(words[0]), words[1], flags);
            boxes.get(boxes.size() - 1).entries().add(entry);
        }
    }
}
