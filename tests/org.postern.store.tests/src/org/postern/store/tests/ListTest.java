package org.postern.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.Flag;
import org.postern.core.MailAddress;
import org.postern.core.MailException;
import org.postern.store.ListQuery;
import org.postern.store.ListQuery.Only;
import org.postern.store.ListQuery.Order;
import org.postern.store.MailStore;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.store.NewMessage;
import org.postern.store.PackedMailStore;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ListTest {

    @TempDir Path folder;
    private PackedMailStore store;
    private MailboxId inbox;
    private MailboxId archive;

    @BeforeEach
    void open() throws MailException {
        store = PackedMailStore.open(folder);
        inbox = Mail.inbox(store);
        archive = Mail.named(store, "Archive");
        put(inbox, 1, "Zoë", "Re: apples", 30);
        put(inbox, 2, "émile", "Bread", 20, Flag.SEEN);
        put(inbox, 3, "Eve", "apples", 10, Flag.FLAGGED);
        put(archive, 4, "Frank", "Cheese", 40, Flag.SEEN, Flag.FLAGGED);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void put(MailboxId where, int number, String from, String subject, int size, Flag... f)
            throws MailException {
        try (MailStore.Batch batch = store.begin(where)) {
            batch.add(
                    new NewMessage(
                            Integer.toString(number),
                            Set.of(f),
                            new MailAddress(from, "a" + number + "@example.org"),
                            subject,
                            Instant.ofEpochSecond(number),
                            size,
                            false,
                            new byte[0]));
            batch.commit(Optional.empty());
        }
    }

    private ListQuery inInbox() {
        return ListQuery.newest(List.of(inbox));
    }

    private ListQuery everywhere() {
        return ListQuery.newest(List.of(inbox, archive));
    }

    private String listed(ListQuery query) {
        long[] ids = store.list(query, new NullProgressMonitor());
        return store.rows(Arrays.stream(ids).mapToObj(MessageId::new).toList()).stream()
                .map(MessageRow::remoteId)
                .collect(Collectors.joining(" "));
    }

    @Test
    void listsTheNewestFirstAcrossMailboxes() {
        assertEquals("3 2 1", listed(inInbox()));
        assertEquals("4 3 2 1", listed(everywhere()));
        assertEquals("1 2 3 4", listed(everywhere().sorted(Order.DATE, true)));
        assertEquals("", listed(ListQuery.newest(List.of())));
    }

    @Test
    void sortsByAuthorWithoutCaseAndAccents() {
        assertEquals("2 3 4 1", listed(everywhere().sorted(Order.AUTHOR, false)));
        assertEquals("1 4 3 2", listed(everywhere().sorted(Order.AUTHOR, true)));
    }

    @Test
    void sortsBySubjectWithoutMarksOfAnswersAndTheNewerFirst() {
        assertEquals("3 1 2 4", listed(everywhere().sorted(Order.SUBJECT, false)));
        assertEquals("4 2 3 1", listed(everywhere().sorted(Order.SUBJECT, true)));
    }

    @Test
    void sortsBySize() {
        assertEquals("4 1 2 3", listed(everywhere().sorted(Order.SIZE, false)));
        assertEquals("3 2 1 4", listed(everywhere().sorted(Order.SIZE, true)));
    }

    @Test
    void findsWordsInSubjectAndAuthorWhateverTheirCase() {
        assertEquals("3 1", listed(inInbox().words(" APPLES ")));
        assertEquals("1", listed(inInbox().words("zoË")));
        assertEquals("2", listed(inInbox().words("a2@")));
        assertEquals("1 3", listed(inInbox().words("apples").sorted(Order.AUTHOR, true)));
    }

    @Test
    void choosesByFlagsButKeepsWhatTheUserLooksAt() {
        MessageId read = Mail.id(store, inbox, 2);
        assertEquals("3 1", listed(inInbox().only(Only.UNREAD)));
        assertEquals("4 3", listed(everywhere().only(Only.FLAGGED)));
        assertEquals("3 2 1", listed(inInbox().only(Only.UNREAD).keeping(Set.of(read))));
    }

    @Test
    void leavesOutWhatTheUserDeleted() throws MailException {
        MessageId gone = Mail.id(store, inbox, 3);
        store.delete(inbox, Set.of(gone));
        assertEquals("2 1", listed(inInbox()));
        assertEquals(List.of(), store.rows(List.of(gone)));
    }

    @Test
    void canBeCancelled() throws MailException {
        Mail.add(store, inbox, "t", IntStream.range(10, 1_500).toArray());
        var monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        assertThrows(OperationCanceledException.class, () -> store.list(inInbox(), monitor));
    }
}
