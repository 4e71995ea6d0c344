package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.core.Security;
import org.postern.sync.AccountState;
import org.postern.sync.RefusedDowngrade;
import org.postern.sync.TrialResult;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** When an account is online, and why not. */
class EngineStatesTest extends EngineTests {

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
    void comesOnlineAgainAlsoWhileWhatWasStoppedStillEnds() throws Exception {
        bench.account();
        server.stalls = Optional.of(new CountDownLatch(1));
        var refresh = inBackground();
        eventually(() -> !server.opened.isEmpty(), "connecting");
        bench.engine.goOffline(Bench.A);
        server.stalls = Optional.empty();
        bench.engine.goOnline(Bench.A);
        eventually(() -> bench.state() instanceof AccountState.Online, "online again");
        assertThrows(Exception.class, refresh::get);
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
}
