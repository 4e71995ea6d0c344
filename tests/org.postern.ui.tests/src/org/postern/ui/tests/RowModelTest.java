package org.postern.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.core.Flag;
import org.postern.core.MailAddress;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.ui.internal.list.RowModel;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

class RowModelTest {

    private final RowModel model = new RowModel();

    private static MessageRow row(long id, String subject, Flag... flags) {
        return new MessageRow(
                new MessageId(id),
                new MailboxId(1),
                String.valueOf(id),
                Set.of(flags),
                new MailAddress("Ada", "ada@example.org"),
                subject,
                Instant.EPOCH,
                1,
                false,
                true);
    }

    @Test
    void findsWordsInSubjectAndAuthorWhateverTheirCase() {
        model.rows(List.of(row(1, "Roses"), row(2, "Slugs")));
        model.words("ROSE");
        assertEquals(1, model.size());
        assertEquals(2, model.total());
        model.words("ada@");
        assertEquals(2, model.size());
    }

    @Test
    void aSelectedMessageThatWasReadStaysAmongTheUnread() {
        model.unreadOnly(true);
        model.rows(List.of(row(1, "a"), row(2, "b")));
        boolean differs =
                model.rows(
                        List.of(row(1, "a", Flag.SEEN), row(2, "b", Flag.SEEN)),
                        Set.of(new MessageId(1)));
        assertTrue(differs);
        assertEquals(1, model.size());
        assertEquals(new MessageId(1), model.at(0).id());
    }

    @Test
    void tellsThatNothingChanged() {
        model.rows(List.of(row(1, "a")));
        assertFalse(model.rows(List.of(row(1, "a")), Set.of()));
    }

    @Test
    void placesFollowTheMessages() {
        model.rows(List.of(row(1, "a"), row(2, "b")));
        assertEquals(OptionalInt.of(1), model.place(new MessageId(2)));
        model.rows(List.of(row(3, "new"), row(1, "a"), row(2, "b")), Set.of());
        assertEquals(OptionalInt.of(2), model.place(new MessageId(2)));
        assertEquals(OptionalInt.empty(), model.place(new MessageId(9)));
    }

    @Test
    void theNextUnreadGoesRound() {
        model.rows(List.of(row(1, "a"), row(2, "b", Flag.SEEN), row(3, "c", Flag.SEEN)));
        assertEquals(OptionalInt.of(0), model.unread(-1, 1));
        assertEquals(OptionalInt.of(0), model.unread(1, 1));
        assertEquals(OptionalInt.of(0), model.unread(1, -1));
        assertEquals(OptionalInt.of(0), model.unread(0, 1));
    }

    @Test
    void thePreviousUnreadBeginsAtTheEnd() {
        model.rows(List.of(row(1, "a"), row(2, "b")));
        assertEquals(OptionalInt.of(1), model.unread(-1, -1));
    }

    @Test
    void noUnreadIsNoPlace() {
        model.rows(List.of(row(1, "a", Flag.SEEN)));
        assertEquals(OptionalInt.empty(), model.unread(0, 1));
        model.rows(List.of());
        assertEquals(OptionalInt.empty(), model.unread(-1, 1));
    }
}
