package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.store.MessageRow;
import org.postern.sync.AccountState;
import org.postern.sync.Engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the user does, here and on the server. */
class UserActionsTest extends EngineTests {

    @Test
    void sendsWhatTheUserDidInOneCommand() throws Exception {
        bench.account();
        server.put(1, 2);
        bench.refresh();
        bench.engine.flag(bench.inbox(), bench.message(1), Set.of(Flag.SEEN), Set.of());
        bench.engine.flag(bench.inbox(), bench.message(2), Set.of(Flag.SEEN), Set.of());
        assertFalse(bench.row(1).orElseThrow().unread());
        eventually(
                () -> server.commands.contains("flag INBOX [1, 2] [SEEN] []"),
                "sent: " + server.commands);
        eventually(() -> bench.store.intents(Bench.A).isEmpty(), "settled");
        bench.refresh();
        assertFalse(bench.row(1).orElseThrow().unread());
    }

    @Test
    void takesBackWhatTheServerRefuses() throws Exception {
        bench.account();
        server.put(1);
        bench.refresh();
        Failure refused = new Failure.CommandRefused(Failures.PEER, "STORE", "read-only");
        server.commandFails = Optional.of(refused);
        bench.engine.flag(bench.inbox(), bench.message(1), Set.of(Flag.SEEN), Set.of());
        eventually(() -> bench.backedOut.equals(List.of(refused)), "told");
        assertTrue(bench.row(1).orElseThrow().unread());
        assertEquals(List.of(), bench.store.intents(Bench.A));
        assertInstanceOf(AccountState.Online.class, bench.state());
    }

    @Test
    void keepsForLaterWhatCannotBeSentNow() throws Exception {
        bench.account();
        server.put(1);
        bench.refresh();
        bench.engine.goOffline(Bench.A);
        bench.engine.flag(bench.inbox(), bench.message(1), Set.of(Flag.SEEN), Set.of());
        bench.restart();
        bench.refresh();
        assertEquals(1, bench.store.intents(Bench.A).size());
        bench.engine.goOnline(Bench.A);
        eventually(() -> bench.store.intents(Bench.A).isEmpty(), "sent");
        assertEquals(Set.of(Flag.SEEN), server.inbox().messages.get(1));
    }

    @Test
    void sendsNothingToAMailboxThatWasMadeAnewMeanwhile() throws Exception {
        bench.account();
        server.put(1);
        bench.refresh();
        bench.engine.goOffline(Bench.A);
        bench.engine.flag(bench.inbox(), bench.message(1), Set.of(Flag.FLAGGED), Set.of());
        server.inbox().epoch = 2;
        bench.engine.goOnline(Bench.A);
        bench.refresh();
        assertEquals(List.of(), bench.store.intents(Bench.A));
        assertEquals(Set.of(), server.inbox().messages.get(1));
        assertEquals(List.of("1"), bench.ids());
    }

    @Test
    void looksAtAMailboxBeforeItSendsWhatTheUserJustDid() throws Exception {
        bench.account();
        server.put(1);
        bench.refresh();
        server.inbox().epoch = 2;
        bench.engine.flag(bench.inbox(), bench.message(1), Set.of(Flag.FLAGGED), Set.of());
        eventually(() -> bench.store.intents(Bench.A).isEmpty(), "forgotten");
        assertEquals(Set.of(), server.inbox().messages.get(1));
    }

    @Test
    void deletesIntoTheTrashAndFromThereForGood() throws Exception {
        bench.account();
        server.box("Trash", MailboxRole.TRASH);
        server.put(1);
        bench.refresh();
        assertEquals(
                Engine.Deletion.MOVED_TO_TRASH,
                bench.engine.delete(bench.inbox(), bench.message(1)));
        assertEquals(List.of(), bench.ids());
        bench.refresh();
        assertEquals(List.of("1001"), bench.ids("Trash"));
        var trashed = Set.of(bench.store.rows(bench.box("Trash")).getFirst().id());
        assertEquals(Engine.Deletion.FOR_GOOD, bench.engine.delete(bench.box("Trash"), trashed));
        bench.refresh();
        assertEquals(List.of(), bench.ids("Trash"));
        assertTrue(server.boxes.get("Trash").messages.isEmpty());
    }

    @Test
    void takesBackADeletionThatTheServerHasNotHeardOf() throws Exception {
        bench.account();
        server.box("Trash", MailboxRole.TRASH);
        server.put(1, 2);
        bench.refresh();
        bench.engine.goOffline(Bench.A);
        MessageRow row = bench.row(1).orElseThrow();
        bench.engine.delete(bench.inbox(), bench.message(1));
        assertFalse(takenBack(row, bench.row(2).orElseThrow()));
        assertTrue(takenBack(row));
        assertEquals(List.of("2", "1"), bench.ids());
        assertEquals(List.of(), bench.store.intents(Bench.A));
        bench.engine.goOnline(Bench.A);
        bench.refresh();
        assertEquals(List.of("2", "1"), bench.ids());
    }

    @Test
    void takesBackADeletionThatTheServerDid() throws Exception {
        bench.account();
        server.box("Trash", MailboxRole.TRASH);
        server.put(1);
        bench.refresh();
        MessageRow row = bench.row(1).orElseThrow();
        bench.engine.delete(bench.inbox(), bench.message(1));
        bench.refresh();
        assertEquals(List.of("1001"), bench.ids("Trash"));
        assertTrue(takenBack(row));
        bench.refresh();
        assertEquals(List.of(), bench.ids("Trash"));
        assertEquals(List.of("2001"), bench.ids());
    }

    private boolean takenBack(MessageRow... rows) throws MailException {
        return bench.engine.takeBack(bench.inbox(), List.of(rows), new NullProgressMonitor());
    }
}
