package org.postern.sync.tests;

import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.store.StoredMailbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a user does, in words such as {@code move INBOX 1 Archive}. */
record UserSteps(Bench bench) {

    private static final String SUBJECT = "Subject ";

    void take(String step) throws MailException, IOException {
        String[] words = step.split(" ");
        MailboxId box = bench.box(words[1]);
        switch (words[0]) {
            case "see" -> bench.engine.flag(box, one(words), Set.of(Flag.SEEN), Set.of());
            case "star" -> bench.engine.flag(box, one(words), Set.of(Flag.FLAGGED), Set.of());
            case "unstar" -> bench.engine.flag(box, one(words), Set.of(), Set.of(Flag.FLAGGED));
            case "delete" -> bench.engine.delete(box, one(words));
            case "move" -> bench.engine.move(box, one(words), bench.box(words[3]));
            case "copy" -> bench.engine.copy(box, one(words), bench.box(words[3]));
            case "archive" -> bench.engine.archive(box, one(words));
            case "append" -> append(box, Integer.parseInt(words[2]));
            default -> throw new IllegalArgumentException(step);
        }
    }

    private Set<MessageId> one(String[] words) {
        MessageRow row =
                bench.store.rows(bench.box(words[1])).stream()
                        .filter(r -> r.subject().equals(SUBJECT + words[2]))
                        .findFirst()
                        .orElseThrow();
        return Set.of(row.id());
    }

    private void append(MailboxId box, int content) throws MailException, IOException {
        String text =
                "From: Zoë <zoe@example.org>\nSubject: Subject "
                        + content
                        + "\nMessage-ID: <"
                        + content
                        + "@example.org>\n\nHello.\n";
        bench.engine.append(
                box,
                Set.of(),
                FakeServer.received(content),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What the user sees: {@code INBOX=1S,2 Archive=}. */
    String state() {
        return Stream.of("INBOX", "Archive", "Other")
                .map(this::found)
                .flatMap(Optional::stream)
                .map(box -> box.name() + "=" + messages(bench.store.rows(box.id())))
                .collect(Collectors.joining(" "));
    }

    private Optional<StoredMailbox> found(String name) {
        return bench.store.mailboxes(Bench.A).stream()
                .filter(box -> box.name().equals(name))
                .findFirst();
    }

    private static String messages(List<MessageRow> rows) {
        return rows.stream()
                .map(row -> row.subject().substring(SUBJECT.length()) + letters(row.flags()))
                .sorted()
                .collect(Collectors.joining(","));
    }

    static String letters(Collection<Flag> flags) {
        return flags.stream()
                .map(flag -> flag.name().substring(0, 1))
                .sorted()
                .collect(Collectors.joining());
    }
}
