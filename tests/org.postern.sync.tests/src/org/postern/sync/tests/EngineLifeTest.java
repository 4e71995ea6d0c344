package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.postern.account.Account;
import org.postern.account.SyncOptions;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.sync.AccountState;
import org.postern.sync.Activity;
import org.postern.sync.EngineListener;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Accounts beside each other, what is under way, and the end of it. */
class EngineLifeTest extends EngineTests {

    @Test
    void aSlowAccountDelaysNoOther() throws Exception {
        bench.account();
        server.put(1);
        server.stalls = Optional.of(new CountDownLatch(1));
        var slow = inBackground();
        eventually(() -> !server.opened.isEmpty(), "connecting");
        CountDownLatch stall = server.stalls.orElseThrow();
        server.stalls = Optional.empty();
        Account other = TestAccounts.of("b", "posts", Security.TLS, null);
        bench.add(other);
        bench.engine.refresh(other.id(), new NullProgressMonitor());
        assertInstanceOf(AccountState.Online.class, bench.engine.state(other.id()));
        stall.countDown();
        slow.get();
    }

    @Test
    void joinsARefreshThatIsUnderWay() throws Exception {
        bench.account();
        server.put(1);
        server.stalls = Optional.of(new CountDownLatch(1));
        var first = inBackground();
        eventually(() -> !server.opened.isEmpty(), "connecting");
        var second = inBackground();
        server.stalls.orElseThrow().countDown();
        first.get();
        second.get();
        assertTrue(server.opened.size() <= 2);
        assertEquals(List.of("1"), bench.ids());
    }

    @Test
    void showsWhatIsUnderWayAndCancelsIt() throws Exception {
        bench.account();
        server.stalls = Optional.of(new CountDownLatch(1));
        List<String> texts = new CopyOnWriteArrayList<>();
        bench.engine
                .activities()
                .addListener(
                        () ->
                                bench.engine
                                        .activities()
                                        .now()
                                        .forEach(activity -> texts.add(activity.text())));
        var refresh = inBackground();
        eventually(() -> !bench.engine.activities().now().isEmpty(), "shown");
        Activity activity = bench.engine.activities().now().getFirst();
        assertEquals(Optional.of(Bench.A), activity.account());
        activity.cancel().run();
        Exception e = assertThrows(Exception.class, refresh::get);
        assertInstanceOf(OperationCanceledException.class, e.getCause());
        assertInstanceOf(AccountState.Idle.class, bench.state());
        server.stalls = Optional.empty();
        server.put(1, 2);
        bench.refresh();
        assertTrue(texts.contains("INBOX: 2 of 2"), texts.toString());
        assertEquals(List.of(), bench.engine.activities().now());
    }

    @Test
    void forgetsAllOfAnAccountThatWasRemoved() throws Exception {
        bench.account();
        server.put(1);
        bench.refresh();
        bench.accounts.remove(Bench.A);
        eventually(() -> bench.store.mailboxes(Bench.A).isEmpty(), "mail");
        eventually(() -> bench.credentials.read(Bench.A).isEmpty(), "password");
        assertInstanceOf(AccountState.Idle.class, bench.state());
    }

    @Test
    void goesOnWhenAListenerFails() throws Exception {
        bench.account();
        server.put(1);
        bench.engine.addListener(
                new EngineListener() {
                    @Override
                    public void stateChanged(
                            AccountId account, AccountState before, AccountState after) {
                        throw new IllegalStateException("a view was closed");
                    }

                    @Override
                    public void backedOut(AccountId account, Failure failure) {
                        throw new IllegalStateException("a view was closed");
                    }
                });
        bench.refresh();
        assertEquals(List.of("1"), bench.ids());
        assertInstanceOf(AccountState.Online.class, bench.state());
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        bench.add(TestAccounts.of("a", "posts", Security.TLS, null, SyncOptions.DEFAULT));
        bench.engine.start();
        eventually(() -> server.opened.size() == 2, "watching");
        assertTrue(threads() > 0);
        bench.engine.close();
        eventually(() -> threads() == 0, "all threads ended");
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("Postern engine"))
                .count();
    }
}
