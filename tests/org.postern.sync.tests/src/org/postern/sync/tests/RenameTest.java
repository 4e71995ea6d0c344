package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.core.Step;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.transport.CanRecognize;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Mailboxes that have other names on the server than here. */
class RenameTest extends EngineTests {

    private void fill() throws MailException {
        bench.account();
        put("Work", "w", 11, 12);
        put("Work/Old", "o", 13);
        server.put(1, 2);
        bench.refresh();
        server.commands.clear();
    }

    private void put(String name, String identity, int... numbers) {
        FakeServer.Box box = server.box(name, MailboxRole.NONE);
        box.identity = identity;
        for (int number : numbers) {
            box.messages.put(number, EnumSet.noneOf(Flag.class));
        }
    }

    private List<MessageId> messages(String box) {
        return bench.store.rows(bench.box(box)).stream().map(MessageRow::id).toList();
    }

    private long count(String command) {
        return server.commands.stream().filter(c -> c.startsWith(command)).count();
    }

    @Test
    void keepsWhatIsHereOfAMailboxAndItsChildren() throws Exception {
        fill();
        var work = bench.box("Work");
        List<MessageId> parent = messages("Work");
        List<MessageId> child = messages("Work/Old");
        FakeServer.Box done = server.rename("Work", "Done");
        server.rename("Work/Old", "Done/Old");
        done.messages.put(12, EnumSet.of(Flag.SEEN));
        done.messages.put(14, EnumSet.noneOf(Flag.class));
        bench.refresh();
        assertEquals(work, bench.box("Done"));
        assertEquals(List.of("Done"), bench.store.mailbox(work).orElseThrow().path());
        assertEquals(parent, messages("Done").subList(1, 3));
        assertEquals(child, messages("Done/Old"));
        assertEquals(List.of("14", "12", "11"), bench.ids("Done"));
        List<MessageRow> rows = bench.store.rows(work);
        assertTrue(rows.stream().allMatch(MessageRow::complete));
        assertEquals(Set.of(Flag.SEEN), rows.get(1).flags());
        assertEquals(1, count("body"));
        assertEquals(3, bench.store.mailboxes(Bench.A).size());
    }

    @Test
    void asksOnlyWhenOneWentAndOneCame() throws Exception {
        fill();
        put("New", "n", 15);
        bench.refresh();
        server.boxes.remove("New");
        bench.refresh();
        assertEquals(0, count("identify"));
    }

    @Test
    void takesAnotherMailboxForNew() throws Exception {
        fill();
        List<MessageId> before = messages("Work");
        server.rename("Work", "Done").epoch = 2;
        bench.refresh();
        assertEquals(List.of("12", "11"), bench.ids("Done"));
        assertNotEquals(before, messages("Done"));
        assertEquals(2, count("body"));
    }

    @Test
    void fetchesAnewWhereTheServerCannotTell() throws Exception {
        server.lacks.add(CanRecognize.class);
        fill();
        server.rename("Work", "Done");
        bench.refresh();
        assertEquals(List.of("12", "11"), bench.ids("Done"));
        assertEquals(2, count("body"));
        assertEquals(0, count("identify"));
    }

    @Test
    void removesNothingBeforeTheServerHasAnswered() throws Exception {
        fill();
        List<MessageId> before = messages("Work");
        server.rename("Work", "Done");
        server.commandsThatFail = "identify";
        server.commandFails =
                Optional.of(new Failure.Broken(Failures.PEER, Step.MAIL, "cut in the answer"));
        assertThrows(MailException.class, bench::refresh);
        assertEquals(before, messages("Work"));
        server.commandFails = Optional.empty();
        bench.refresh();
        assertEquals(before, messages("Done"));
        assertEquals(0, count("body"));
    }

    @Test
    void doesWhatTheUserDidInAMailboxWhereItIsNow() throws Exception {
        fill();
        bench.store.flag(
                bench.box("Work"), Set.copyOf(messages("Work")), Set.of(Flag.FLAGGED), Set.of());
        FakeServer.Box done = server.rename("Work", "Done");
        bench.refresh();
        assertEquals(List.of(), bench.backedOut);
        assertEquals(List.of(), bench.store.intents(Bench.A));
        assertEquals(Set.of(Flag.FLAGGED), done.messages.get(11));
        assertEquals(Set.of(Flag.FLAGGED), done.messages.get(12));
    }

    @Test
    void movesAndCopiesToAMailboxWhereItIsNow() throws Exception {
        fill();
        bench.store.move(bench.inbox(), bench.message(1), bench.box("Work"));
        bench.store.copy(bench.inbox(), bench.message(2), bench.box("Work"));
        bench.store.move(
                bench.box("Work/Old"), Set.copyOf(messages("Work/Old")), bench.box("Work"));
        FakeServer.Box done = server.rename("Work", "Done");
        server.rename("Work/Old", "Done/Old");
        bench.refresh();
        assertEquals(List.of(), bench.backedOut);
        assertEquals(List.of(), bench.store.intents(Bench.A));
        assertEquals(Set.of(11, 12, 1001, 1002, 1013), done.messages.keySet());
        assertEquals(Set.of(2), server.inbox().messages.keySet());
    }
}
