package org.postern.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.PackedMailStore;
import org.postern.store.UserIntents;
import org.postern.store.UserIntents.Intent;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class IntentTest {

    @TempDir Path folder;
    private PackedMailStore store;
    private MailboxId inbox;
    private MessageId one;
    private MessageId two;

    @BeforeEach
    void open() throws MailException {
        store = PackedMailStore.open(folder);
        inbox = Mail.inbox(store);
        Mail.add(store, inbox, "t1", 1, 2);
        one = Mail.id(store, inbox, 1);
        two = Mail.id(store, inbox, 2);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void showsAFlagAtOnceAndThroughTheServersOldWord() throws MailException {
        Intent intent = store.flag(inbox, Set.of(one), Set.of(Flag.SEEN), Set.of());
        assertEquals(Set.of(Flag.SEEN), flags(one));
        assertEquals(1, store.mailbox(inbox).orElseThrow().unread());
        serverSays("1", Set.of(Flag.FLAGGED));
        assertEquals(Set.of(Flag.SEEN, Flag.FLAGGED), flags(one));
        store.settled(intent);
        assertEquals(Set.of(Flag.SEEN, Flag.FLAGGED), flags(one));
        serverSays("1", Set.of());
        assertEquals(Set.of(), flags(one));
    }

    @Test
    void takesAFlagBackThatTheServerRefused() throws MailException {
        Intent intent = store.flag(inbox, Set.of(one), Set.of(Flag.SEEN), Set.of());
        store.backedOut(intent);
        assertEquals(Set.of(), flags(one));
        assertEquals(List.of(), store.intents(Mail.ACCOUNT));
    }

    @Test
    void laysLaterIntentsOverEarlierOnes() throws MailException {
        Intent set = store.flag(inbox, Set.of(one, two), Set.of(Flag.SEEN), Set.of());
        Intent clear = store.flag(inbox, Set.of(one), Set.of(), Set.of(Flag.SEEN));
        assertEquals(Set.of(), flags(one));
        assertEquals(Set.of(Flag.SEEN), flags(two));
        assertEquals(List.of(set, clear), store.intents(Mail.ACCOUNT));
        assertTrue(set.number() < clear.number());
        store.settled(set);
        assertEquals(Set.of(), flags(one));
        store.settled(clear);
        assertEquals(Set.of(), flags(one));
        assertEquals(Set.of(Flag.SEEN), flags(two));
    }

    @Test
    void hidesADeletedMessageAndShowsItAgainWhenRefused() throws MailException {
        Intent intent = store.delete(inbox, Set.of(one));
        assertEquals(List.of("2"), Mail.remoteIds(store, inbox));
        assertEquals(Optional.empty(), store.row(one));
        serverSays("1", Set.of(Flag.FLAGGED));
        assertEquals(List.of("2"), Mail.remoteIds(store, inbox));
        store.backedOut(intent);
        assertEquals(List.of("2", "1"), Mail.remoteIds(store, inbox));
        assertEquals(Set.of(Flag.FLAGGED), flags(one));
    }

    @Test
    void removesForGoodWhatWasMovedOrDeleted() throws MailException {
        MailboxId archive = Mail.named(store, "Archive");
        Intent move = store.move(inbox, Set.of(one), archive);
        assertEquals(new UserIntents.Action.Move("Archive"), move.action());
        Intent delete = store.delete(inbox, Set.of(two));
        store.settled(move);
        store.settled(delete);
        assertEquals(List.of(), store.rows(inbox));
        Mail.add(store, inbox, "t2", 1);
        assertEquals(List.of("1"), Mail.remoteIds(store, inbox));
    }

    @Test
    void hidesAMovedMessageAlsoFromADeletion() throws MailException {
        store.move(inbox, Set.of(one), Mail.named(store, "Archive"));
        assertEquals(List.of(), store.delete(inbox, Set.of(one)).remoteIds());
        assertEquals(1, store.intents(Mail.ACCOUNT).size());
    }

    @Test
    void survivesAServerThatRemovedTheMessageMeanwhile() throws MailException {
        Intent intent = store.flag(inbox, Set.of(one), Set.of(Flag.SEEN), Set.of());
        try (MailStore.Batch batch = store.begin(inbox)) {
            batch.remove("1");
            batch.commit(Optional.empty());
        }
        store.settled(intent);
        store.settled(intent);
        assertEquals(List.of("2"), Mail.remoteIds(store, inbox));
    }

    private void serverSays(String remoteId, Set<Flag> flags) throws MailException {
        try (MailStore.Batch batch = store.begin(inbox)) {
            batch.flags(remoteId, flags);
            batch.commit(Optional.empty());
        }
    }

    private Set<Flag> flags(MessageId id) {
        return store.row(id).orElseThrow().flags();
    }
}
