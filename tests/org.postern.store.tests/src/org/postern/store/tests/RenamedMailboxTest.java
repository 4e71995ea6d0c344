package org.postern.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.AccountId;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.store.MailboxId;
import org.postern.store.MessageRow;
import org.postern.store.PackedMailStore;
import org.postern.store.StoreChange;
import org.postern.store.StoredMailbox;
import org.postern.store.UserIntents.Action;
import org.postern.store.UserIntents.Intent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Mailboxes that have another name from now on. */
class RenamedMailboxTest {

    private static final AccountId OTHER = new AccountId("b");

    @TempDir Path folder;
    private PackedMailStore store;
    private MailboxId inbox;
    private MailboxId archive;

    @BeforeEach
    void open() throws MailException {
        store = PackedMailStore.open(folder);
        inbox = Mail.inbox(store);
        archive = Mail.named(store, "Archive");
        store.reconcile(OTHER, List.of(Mail.entry("Archive", MailboxRole.ARCHIVE, "Archive")));
        Mail.add(store, inbox, "i", 1, 2);
        Mail.add(store, archive, "a", 3, 4);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void rename(String before, String after) throws MailException {
        store.rename(
                Mail.ACCOUNT, Map.of(before, Mail.entry(after, MailboxRole.NONE, "Old", after)));
    }

    private List<Action> actions() {
        return store.intents(Mail.ACCOUNT).stream().map(Intent::action).toList();
    }

    @Test
    void keepMessagesTokenAndWhatTheUserWanted() throws Exception {
        Mail.body(store, archive, 3);
        store.flag(archive, Set.of(Mail.id(store, archive, 4)), Set.of(Flag.SEEN), Set.of());
        store.move(inbox, Set.of(Mail.id(store, inbox, 1)), archive);
        store.copy(inbox, Set.of(Mail.id(store, inbox, 2)), archive);
        List<MessageRow> rows = store.rows(archive);
        StoredMailbox before = store.mailbox(archive).orElseThrow();
        rename("Archive", "2026");
        for (int opened = 0; opened < 2; opened++) {
            StoredMailbox now = store.mailbox(archive).orElseThrow();
            assertEquals("2026", now.remoteId());
            assertEquals(List.of("Old", "2026"), now.path());
            assertEquals(before.total(), now.total());
            assertEquals(before.unread(), now.unread());
            assertEquals(rows, store.rows(archive));
            assertEquals(Optional.of("a"), store.token(archive));
            assertEquals(
                    List.of(
                            new Action.SetFlags(Set.of(Flag.SEEN), Set.of()),
                            new Action.Move("2026"),
                            new Action.Copy("2026")),
                    actions());
            assertEquals(List.of("Archive"), names(OTHER));
            close();
            store = PackedMailStore.open(folder);
        }
        assertTrue(store.verify(new NullProgressMonitor()).sound());
    }

    private List<String> names(AccountId account) {
        return store.mailboxes(account).stream().map(StoredMailbox::remoteId).toList();
    }

    @Test
    void areToldOfAsAnotherListOfMailboxes() throws Exception {
        List<StoreChange> told = new ArrayList<>();
        store.addListener(told::add);
        rename("Archive", "2026");
        assertEquals(
                List.of(
                        new StoreChange(
                                Mail.ACCOUNT, Optional.empty(), Set.of(), Set.of(), Set.of())),
                told);
    }

    @Test
    void doNotTakeANameThatIsTaken() throws Exception {
        rename("Archive", "INBOX");
        rename("Nowhere", "Somewhere");
        assertEquals(List.of("INBOX", "Archive"), names(Mail.ACCOUNT));
    }
}
