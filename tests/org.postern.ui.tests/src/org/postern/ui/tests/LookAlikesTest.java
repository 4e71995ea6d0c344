package org.postern.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.postern.core.MailAddress;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.ui.internal.jobs.LookAlikes;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class LookAlikesTest {

    private static MessageRow row(long id, String subject, int size) {
        return new MessageRow(
                new MessageId(id),
                new MailboxId(1),
                String.valueOf(id),
                Set.of(),
                new MailAddress("Ada", "ada@example.org"),
                subject,
                Instant.EPOCH,
                size,
                false,
                true);
    }

    private static Set<MessageId> ids(long... values) {
        return Arrays.stream(values).mapToObj(MessageId::new).collect(Collectors.toSet());
    }

    @Test
    void findsWhatLooksTheSameUnderAnotherId() {
        List<MessageRow> there = List.of(row(8, "Roses", 5), row(9, "Slugs", 5));
        assertEquals(ids(9), LookAlikes.find(List.of(row(1, "Slugs", 5)), there));
        assertEquals(ids(), LookAlikes.find(List.of(row(1, "Snails", 5)), there));
    }

    @Test
    void theSizeDecidesAndThenWhoCameLast() {
        List<MessageRow> wanted = List.of(row(1, "Roses", 5));
        assertEquals(
                ids(8), LookAlikes.find(wanted, List.of(row(8, "Roses", 5), row(9, "Roses", 6))));
        assertEquals(
                ids(9), LookAlikes.find(wanted, List.of(row(9, "Roses", 5), row(8, "Roses", 5))));
    }

    @Test
    void believesAServerThatIsWrongAboutTheSize() {
        assertEquals(
                ids(8),
                LookAlikes.find(List.of(row(1, "Roses", 5)), List.of(row(8, "Roses", 700))));
    }

    @Test
    void twinsAreTwo() {
        List<MessageRow> twins = List.of(row(1, "Roses", 5), row(2, "Roses", 5));
        assertEquals(
                ids(8, 9), LookAlikes.find(twins, List.of(row(8, "Roses", 5), row(9, "Roses", 5))));
        assertEquals(ids(8), LookAlikes.find(twins, List.of(row(8, "Roses", 5))));
    }
}
