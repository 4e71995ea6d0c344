package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.store.MessageRow;
import org.postern.sync.AccountState;
import org.postern.transport.CanShare;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bodies that come through several sessions at once. */
class LanesTest extends EngineTests {

    private static final int MANY = 300;

    private void put(int from, int count) {
        server.put(IntStream.range(from, from + count).toArray());
    }

    private void allIsHere(int count) {
        List<MessageRow> rows = bench.store.rows(bench.inbox());
        assertEquals(count, rows.size());
        assertTrue(rows.stream().allMatch(MessageRow::complete));
        assertEquals(count, fetched().distinct().count());
        assertEquals(count, fetched().count(), "bodies came twice");
    }

    private Stream<String> fetched() {
        return server.commands.stream().filter(command -> command.startsWith("body"));
    }

    @Test
    void fetchesMuchInSeveralSessions() throws Exception {
        bench.account();
        put(1, MANY);
        bench.refresh();
        allIsHere(MANY);
        assertEquals(3, server.opened.size());
    }

    @Test
    void opensNoOtherSessionForLittle() throws Exception {
        bench.account();
        put(1, 20);
        bench.refresh();
        allIsHere(20);
        assertEquals(1, server.opened.size());
    }

    @Test
    void hasOnlyOneSessionWhereThatMustBeAlone() throws Exception {
        server.lacks.add(CanShare.class);
        bench.account();
        put(1, MANY);
        bench.refresh();
        allIsHere(MANY);
        assertEquals(1, server.opened.size());
    }

    @Test
    void goesOnWithFewerWhereTheServerBearsNoMoreAndRemembersIt() throws Exception {
        server.bears = 1;
        bench.account();
        put(1, MANY);
        bench.refresh();
        allIsHere(MANY);
        assertInstanceOf(AccountState.Online.class, bench.state());
        int tried = server.opened.size();
        put(500, MANY);
        bench.refresh();
        allIsHere(2 * MANY);
        assertEquals(tried, server.opened.size(), "it asked again for what was refused");
    }

    @Test
    void aLaneThatMustNotBeTakesTheAccountOffline() throws Exception {
        server.bears = 1;
        server.full = new Failure.StartTlsMissing(Failures.PEER);
        bench.account();
        put(1, MANY);
        assertThrows(MailException.class, bench::refresh);
        assertEquals(new AccountState.OfflineCannot(server.full), bench.state());
    }

    @Test
    void bringsWhatABrokenLaneHadBegun() throws Exception {
        server.breakingSession = 2;
        bench.account();
        put(1, MANY);
        bench.refresh();
        allIsHere(MANY);
        assertInstanceOf(AccountState.Online.class, bench.state());
    }

    @Test
    void endsAllLanesWhenTheFirstBreaksAndGoesOnTheNextTime() throws Exception {
        server.breakingSession = 1;
        bench.account();
        put(1, MANY);
        assertThrows(MailException.class, bench::refresh);
        assertEquals(0, server.sessions.get());
        server.breakingSession = 0;
        bench.engine.goOnline(Bench.A);
        bench.refresh();
        allIsHere(MANY);
    }

    @Test
    void cancellingEndsAllLanes() throws Exception {
        CountDownLatch stall = new CountDownLatch(1);
        server.bodiesStall = Optional.of(stall);
        bench.account();
        put(1, MANY);
        var refresh = inBackground();
        eventually(() -> server.sessions.get() == 3, "three lanes");
        bench.engine.activities().now().getFirst().cancel().run();
        Exception e = assertThrows(Exception.class, refresh::get);
        assertInstanceOf(OperationCanceledException.class, e.getCause());
        assertEquals(0, server.sessions.get());
        stall.countDown();
        bench.refresh();
        allIsHere(MANY);
    }

    @Test
    void recentMailOfAllMailboxesComesBeforeOldMail() throws Exception {
        server.lacks.add(CanShare.class);
        FakeServer.Box other = server.box("Other", MailboxRole.NONE);
        IntStream.range(501, 651)
                .forEach(number -> other.messages.put(number, EnumSet.noneOf(Flag.class)));
        bench.account();
        put(1, 150);
        bench.refresh();
        List<String> order = fetched().toList();
        assertEquals("body 150", order.get(0));
        assertEquals("body 650", order.get(100));
        assertEquals("body 50", order.get(200));
        assertEquals("body 550", order.get(250));
    }

    @Test
    void whatSomebodyOpensComesBeforeTheRest() throws Exception {
        CountDownLatch stall = new CountDownLatch(1);
        server.bodiesStall = Optional.of(stall);
        server.lacks.add(CanShare.class);
        bench.account();
        put(1, MANY);
        var refresh = inBackground();
        eventually(() -> bench.store.mailboxes(Bench.A).size() == 1, "the mailbox");
        eventually(() -> bench.row(1).isPresent(), "the list");
        MessageRow oldest = bench.row(1).orElseThrow();
        CompletableFuture<Void> opened = new CompletableFuture<>();
        Thread reader = Thread.ofPlatform().daemon().start(() -> open(oldest, opened));
        eventually(() -> reader.getState() == Thread.State.TIMED_WAITING, "somebody waits");
        stall.countDown();
        opened.get();
        refresh.get();
        assertTrue(fetched().toList().indexOf("body 1") <= 100, "it stood in the queue");
    }

    private void open(MessageRow row, CompletableFuture<Void> opened) {
        try {
            bench.engine.fetch(row.id(), new NullProgressMonitor());
            opened.complete(null);
        } catch (MailException | RuntimeException e) {
            opened.completeExceptionally(e);
        }
    }
}
