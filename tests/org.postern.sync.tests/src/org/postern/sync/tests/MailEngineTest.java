package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.account.Account;
import org.postern.account.SyncOptions;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.core.Secret;
import org.postern.core.Security;
import org.postern.store.MessageRow;
import org.postern.sync.AccountState;
import org.postern.sync.Activity;
import org.postern.sync.Engine;
import org.postern.sync.EngineListener;
import org.postern.sync.RefusedDowngrade;
import org.postern.sync.TrialResult;
import org.postern.testing.Eventually;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

class MailEngineTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir Path folder;
    private FakeServer server;
    private Bench bench;

    @BeforeEach
    void open() throws MailException {
        server = new FakeServer();
        bench = new Bench(folder, server);
    }

    @AfterEach
    void close() {
        bench.close();
        assertEquals(0, server.sessions.get(), "sessions that were left open");
    }

    private static void eventually(java.util.function.BooleanSupplier condition, String what) {
        Eventually.until(condition, SOON, what);
    }

    @Test
    void receivesMailWithBodiesNewestFirst() throws Exception {
        bench.account();
        server.put(1, 2, 3, 4, 5, 6, 7);
        bench.refresh();
        assertEquals(List.of("7", "6", "5", "4", "3", "2", "1"), bench.ids());
        MessageRow row = bench.row(7).orElseThrow();
        assertEquals("Subject 7", row.subject());
        assertEquals("Zoë", row.from().name());
        assertTrue(row.complete());
        try (var body = bench.store.open(row.id()).orElseThrow()) {
            assertEquals("body 7", new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals(
                List.of("body 7", "body 6"),
                server.commands.stream().filter(c -> c.startsWith("body")).limit(2).toList());
        assertInstanceOf(AccountState.Online.class, bench.state());
        assertEquals(List.of(), bench.engine.activities().now());
    }

    @Test
    void fetchesNothingTwice() throws Exception {
        bench.account();
        server.put(1, 2);
        bench.refresh();
        server.commands.clear();
        bench.refresh();
        assertEquals(List.of("glance"), server.commands);
    }

    @Test
    void followsWhatHappensOnTheServer() throws Exception {
        bench.account();
        server.put(1, 2, 3);
        bench.refresh();
        server.inbox().messages.remove(2);
        server.inbox().messages.put(3, EnumSet.of(Flag.SEEN));
        server.put(4);
        bench.refresh();
        assertEquals(List.of("4", "3", "1"), bench.ids());
        assertEquals(Set.of(Flag.SEEN), bench.row(3).orElseThrow().flags());
    }

    @Test
    void startsAnewWhenTheServerForgot() throws Exception {
        bench.account();
        server.put(1, 2);
        bench.refresh();
        server.inbox().epoch = 2;
        server.inbox().messages.remove(1);
        bench.refresh();
        assertEquals(List.of("2"), bench.ids());
        assertTrue(bench.row(2).orElseThrow().complete());
    }

    @Test
    void convergesAfterItWasCutOffInTheMiddle() throws Exception {
        bench.account();
        server.put(1, 2, 3, 4, 5, 6, 7, 8);
        for (int cut = 0; cut < 8; cut++) {
            server.cutAfter = cut;
            assertThrows(MailException.class, bench::refresh);
        }
        assertEquals(Optional.empty(), bench.store.token(bench.inbox()));
        server.inbox().messages.remove(1);
        server.cutAfter = Integer.MAX_VALUE;
        bench.refresh();
        assertEquals(List.of("8", "7", "6", "5", "4", "3", "2"), bench.ids());
    }

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

    @Test
    void goesOfflineAtOnceAndStaysThere() throws Exception {
        bench.account();
        server.stalls = Optional.of(new CountDownLatch(1));
        var refresh = inBackground();
        eventually(() -> !server.opened.isEmpty(), "connecting");
        assertInstanceOf(AccountState.Connecting.class, bench.state());
        bench.engine.goOffline(Bench.A);
        Exception e = assertThrows(Exception.class, refresh::get);
        assertInstanceOf(OperationCanceledException.class, e.getCause());
        bench.refresh();
        bench.restart();
        bench.refresh();
        assertInstanceOf(AccountState.OfflineByUser.class, bench.state());
        assertEquals(1, server.opened.size());
    }

    @Test
    void remembersWhenLessProtectionWasRefusedAlsoWhenItWorksAgain() throws Exception {
        bench.account();
        Failure failure = new Failure.StartTlsMissing(Failures.PEER);
        server.openFails = Optional.of(failure);
        assertThrows(MailException.class, bench::refresh);
        server.openFails = Optional.empty();
        bench.engine.goOnline(Bench.A);
        bench.refresh();
        assertInstanceOf(AccountState.Online.class, bench.state());
        bench.restart();
        assertEquals(
                Optional.of(failure),
                bench.engine.refusedDowngrade(Bench.A).map(RefusedDowngrade::failure));
    }

    @Test
    void staysOfflineOverARestartUntilTheSettingsChange() throws Exception {
        Account account = bench.account();
        Failure failure = new Failure.StartTlsMissing(Failures.PEER);
        server.openFails = Optional.of(failure);
        assertThrows(MailException.class, bench::refresh);
        assertEquals(new AccountState.OfflineCannot(failure), bench.state());
        bench.restart();
        bench.refresh();
        assertEquals(new AccountState.OfflineCannot(failure), bench.state());
        assertEquals(1, server.opened.size());
        server.openFails = Optional.empty();
        bench.accounts.save(
                account.with(
                        account.incoming().withPort(Optional.of(new org.postern.core.Port(1993)))));
        assertInstanceOf(AccountState.Idle.class, bench.state());
        bench.refresh();
        assertInstanceOf(AccountState.Online.class, bench.state());
    }

    @Test
    void takesARefusedPortForAPromiseBrokenOnlyWhileItNeverWorked() throws Exception {
        bench.close();
        bench = new Bench(folder, server, Duration.ofMillis(20), Clock.systemUTC());
        bench.account();
        server.openFails = Optional.of(new Failure.Refused(Failures.PEER));
        assertThrows(MailException.class, bench::refresh);
        assertInstanceOf(AccountState.OfflineCannot.class, bench.state());
        server.openFails = Optional.empty();
        bench.engine.goOnline(Bench.A);
        eventually(() -> bench.state() instanceof AccountState.Online, "online");
        bench.restart();
        bench.states.clear();
        server.openFails = Optional.of(new Failure.Refused(Failures.PEER));
        assertThrows(MailException.class, bench::refresh);
        assertInstanceOf(AccountState.WaitingForNetwork.class, bench.states.get(1));
        server.openFails = Optional.empty();
        eventually(() -> bench.state() instanceof AccountState.Online, "tried again by itself");
    }

    @Test
    void waitsForAnotherPassword() throws Exception {
        bench.account();
        bench.credentials.forget(Bench.A);
        assertThrows(MailException.class, bench::refresh);
        assertInstanceOf(AccountState.WaitingForPassword.class, bench.state());
        bench.refresh();
        assertEquals(1, server.opened.size());
        bench.credentials.put(Bench.A, "neu");
        bench.engine.passwordChanged(Bench.A);
        eventually(() -> bench.state() instanceof AccountState.Online, "online");
    }

    @Test
    void triesAgainWhenPoliciesChange() throws Exception {
        bench.account();
        server.openFails = Optional.of(new Failure.PolicyDenied("company", "No."));
        assertThrows(MailException.class, bench::refresh);
        bench.engine.policiesChanged();
        assertInstanceOf(AccountState.Idle.class, bench.state());
    }

    @Test
    void leavesLargeMessagesUntilSomebodyOpensThem() throws Exception {
        bench.account();
        server.bodySize = 1_001;
        server.put(1);
        bench.refresh();
        MessageRow row = bench.row(1).orElseThrow();
        assertFalse(row.complete());
        bench.engine.fetch(row.id(), new NullProgressMonitor());
        assertTrue(bench.row(1).orElseThrow().complete());
        bench.engine.fetch(row.id(), new NullProgressMonitor());
        assertEquals(1, server.commands.stream().filter("body 1"::equals).count());
    }

    @Test
    void refusesToFetchWhileOffline() throws Exception {
        bench.account();
        server.bodySize = 1_001;
        server.put(1);
        bench.refresh();
        bench.engine.goOffline(Bench.A);
        var id = bench.row(1).orElseThrow().id();
        assertThrows(MailException.class, () -> bench.engine.fetch(id, new NullProgressMonitor()));
    }

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
    void triesSettingsWithoutKeepingAnything() throws Exception {
        Account trial = TestAccounts.of("new", "posts", Security.TLS, null);
        try (Secret secret = Secret.of("geheim".toCharArray())) {
            TrialResult result =
                    bench.engine.attempt(trial, Optional.of(secret), new NullProgressMonitor());
            assertEquals(1, result.mailboxes());
            assertEquals(Security.TLS, result.posture().orElseThrow().security());
        }
        assertEquals(List.of(), bench.accounts.all());
        assertEquals(List.of(), bench.store.mailboxes(trial.id()));
        MailException e =
                assertThrows(
                        MailException.class,
                        () ->
                                bench.engine.attempt(
                                        trial, Optional.empty(), new NullProgressMonitor()));
        assertEquals(new Failure.PasswordMissing(trial.id()), e.failure());
    }

    @Test
    void refusesATransportThatAsksForLessProtection() throws Exception {
        bench.account();
        server.askForClear = true;
        MailException e = assertThrows(MailException.class, bench::refresh);
        assertInstanceOf(Failure.BadSettings.class, e.failure());
        assertInstanceOf(AccountState.OfflineCannot.class, bench.state());
    }

    @Test
    void survivesATransportWithAnErrorAndKeepsItsWordsToItself() throws Exception {
        bench.account();
        server.breaks = Optional.of(new IllegalStateException("password is geheim"));
        MailException e = assertThrows(MailException.class, bench::refresh);
        assertFalse(e.failure().toString().contains("geheim"));
        assertInstanceOf(AccountState.WaitingForNetwork.class, bench.state());
    }

    @Test
    void looksAgainWhenTheServerTellsOfNews() throws Exception {
        Account account = TestAccounts.of("a", "posts", Security.TLS, null, SyncOptions.DEFAULT);
        bench.add(account);
        bench.engine.start();
        eventually(() -> server.opened.size() == 2, "watching");
        server.put(1);
        server.news.release();
        eventually(() -> !bench.store.rows(bench.inbox()).isEmpty(), "received");
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

    private CompletableFuture<Void> inBackground() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            try {
                                bench.refresh();
                                done.complete(null);
                            } catch (MailException | RuntimeException e) {
                                done.completeExceptionally(e);
                            }
                        });
        return done;
    }
}
