package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.account.Account;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.core.Step;
import org.postern.net.Posture;
import org.postern.security.PortPolicies;
import org.postern.sync.AccountEvent;
import org.postern.sync.AccountState;
import org.postern.sync.AccountStates;
import org.postern.sync.Backoff;
import org.postern.sync.FailureClass;
import org.postern.sync.internal.StateFolder;
import org.postern.transport.ConnectionPlan;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The machine of account states, walked through in all ways. */
class AccountStatesTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final int DEPTH = 6;

    @TempDir Path folder;

    private final FakeTransports transports = new FakeTransports();

    private final List<AccountEvent> alphabet = events();

    /** States from which a session was opened; the plan depends on nothing else of the way. */
    private final Set<AccountState> opened = new HashSet<>();

    /** Without its random part, so that equal histories give equal states. */
    private final AccountStates states =
            new AccountStates(
                    CLOCK, new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(30), () -> 0));

    private static List<AccountEvent> events() {
        Posture posture =
                new Posture(
                        Security.TLS,
                        Optional.of("TLSv1.3"),
                        Optional.of("TLS_AES_128_GCM_SHA256"),
                        List.of(),
                        Posture.Trust.AUTHORITY,
                        Optional.empty(),
                        List.of(),
                        List.of());
        return List.of(
                new AccountEvent.UserOnline(),
                new AccountEvent.UserOffline(),
                new AccountEvent.ConnectBegins(),
                new AccountEvent.Opened(Optional.of(posture)),
                failed(
                        new Failure.ClearTextOnTlsPort(
                                Failures.PEER, org.postern.core.Speaks.IMAP, "* OK"),
                        true),
                failed(new Failure.StartTlsMissing(Failures.PEER), false),
                failed(new Failure.Refused(Failures.PEER), false),
                failed(new Failure.Refused(Failures.PEER), true),
                failed(new Failure.LoginRejected(Failures.PEER, "", Optional.empty()), true),
                new AccountEvent.Abandoned(),
                new AccountEvent.SettingsChanged(),
                new AccountEvent.PasswordChanged(),
                new AccountEvent.PolicyChanged(),
                new AccountEvent.RetryDue(),
                new AccountEvent.Restarted());
    }

    private static AccountEvent failed(Failure failure, boolean proven) {
        return new AccountEvent.Failed(failure, proven, true);
    }

    @Test
    void knowsEveryKindOfEventInThisTest() {
        Set<Class<?>> kinds = new HashSet<>();
        events().forEach(event -> kinds.add(event.getClass()));
        assertEquals(Set.of(AccountEvent.class.getPermittedSubclasses()), kinds);
    }

    /** Accounts that asked for protection in every way there is, and one that did not. */
    private static List<Account> accountsThatAskForProtection() {
        List<Account> accounts = new ArrayList<>();
        for (String transport : List.of("post", "posts")) {
            for (Security security : Security.values()) {
                for (Integer port : new Integer[] {null, 5001, 5002, 1993}) {
                    Account account = TestAccounts.of("a", transport, security, port);
                    boolean clear = transport.equals("post") && security == Security.NONE;
                    if (!clear) {
                        accounts.add(account);
                    }
                }
            }
        }
        return accounts;
    }

    @Test
    void noSequenceOfEventsLeadsFromSslRequiredToAPlaintextLogin() throws Exception {
        Set<Security> used = loginsOfAllSequences(accountsThatAskForProtection());
        assertEquals(EnumSet.of(Security.STARTTLS, Security.TLS), used);
    }

    @Test
    void theSameWalkSeesPlaintextWhereTheUserChoseIt() throws Exception {
        Account clear = TestAccounts.of("a", "post", Security.NONE, null);
        assertEquals(EnumSet.of(Security.NONE), loginsOfAllSequences(List.of(clear)));
    }

    /**
     * Walks all sequences of events; wherever one ends in a session being opened, notes what the
     * engine would ask of the transport.
     */
    private Set<Security> loginsOfAllSequences(List<Account> accounts) throws MailException {
        Set<Security> used = EnumSet.noneOf(Security.class);
        int[] walked = {0};
        opened.clear();
        walk(new AccountState.Idle(), DEPTH, accounts, used, walked);
        assertTrue(walked[0] >= Math.pow(events().size(), DEPTH), "walked " + walked[0]);
        return used;
    }

    private void walk(
            AccountState state, int depth, List<Account> accounts, Set<Security> used, int[] count)
            throws MailException {
        count[0]++;
        if (depth == 0) {
            return;
        }
        for (AccountEvent event : alphabet) {
            AccountState next = states.next(state, event);
            check(state, event, next);
            if (next instanceof AccountState.Connecting connecting && opened.add(connecting)) {
                used.addAll(planned(accounts));
            }
            walk(next, depth - 1, accounts, used, count);
        }
    }

    private Set<Security> planned(List<Account> accounts) throws MailException {
        Set<Security> used = EnumSet.noneOf(Security.class);
        for (Account account : accounts) {
            try {
                used.add(ConnectionPlan.of(account, transports, PortPolicies.builtIn()).security());
            } catch (MailException e) {
                assertInstanceOf(Failure.BadSettings.class, e.failure());
            }
        }
        return used;
    }

    private static void check(AccountState before, AccountEvent event, AccountState after) {
        if (before instanceof AccountState.OfflineCannot && !after.equals(before)) {
            assertTrue(
                    event instanceof AccountEvent.UserOnline
                            || event instanceof AccountEvent.UserOffline
                            || event instanceof AccountEvent.SettingsChanged
                            || event instanceof AccountEvent.PasswordChanged
                            || event instanceof AccountEvent.PolicyChanged,
                    () -> before + " was left by " + event);
            assertTrue(
                    after instanceof AccountState.Idle
                            || after instanceof AccountState.OfflineByUser);
        }
        if (after instanceof AccountState.Online && !after.equals(before)) {
            assertInstanceOf(AccountEvent.Opened.class, event);
        }
    }

    @Test
    void aRestartFromTheDiskIsTheSameAsTheEventForEveryReachableState() throws Exception {
        AccountId id = new AccountId("a");
        for (AccountState state : reachable()) {
            new StateFolder(folder).write(id, new StateFolder.Remembered(state, Optional.empty()));
            AccountState loaded = new StateFolder(folder).read(id).state();
            assertEquals(states.next(state, new AccountEvent.Restarted()), loaded);
        }
    }

    @Test
    void everyKindOfStateIsReachable() {
        Set<Class<?>> kinds = new HashSet<>();
        reachable().forEach(state -> kinds.add(state.getClass()));
        assertEquals(Set.of(AccountState.class.getPermittedSubclasses()), kinds);
    }

    private Set<AccountState> reachable() {
        Set<AccountState> seen = new LinkedHashSet<>(List.of(new AccountState.Idle()));
        List<AccountState> open = new ArrayList<>(seen);
        while (!open.isEmpty() && seen.size() < 200) {
            AccountState state = open.removeFirst();
            for (AccountEvent event : alphabet) {
                AccountState next = states.next(state, event);
                check(state, event, next);
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return seen;
    }

    @Test
    void staysOfflineThroughARestartWhenTheServerCannot() {
        AccountState state = new AccountState.Connecting();
        state = states.next(state, failed(new Failure.StartTlsMissing(Failures.PEER), true));
        assertInstanceOf(AccountState.OfflineCannot.class, state);
        state = states.next(state, new AccountEvent.Restarted());
        state = states.next(state, new AccountEvent.ConnectBegins());
        state = states.next(state, new AccountEvent.RetryDue());
        assertInstanceOf(AccountState.OfflineCannot.class, state);
    }

    @Test
    void triesALostNetworkAgainLaterAndLater() {
        AccountState state = new AccountState.Connecting();
        Duration last = Duration.ZERO;
        for (int attempt = 1; attempt <= 12; attempt++) {
            state = states.next(state, failed(new Failure.Unreachable(Failures.PEER, ""), true));
            AccountState.WaitingForNetwork waiting = (AccountState.WaitingForNetwork) state;
            Duration wait = Duration.between(CLOCK.instant(), waiting.next());
            assertEquals(attempt, waiting.attempts());
            assertTrue(wait.compareTo(last) >= 0);
            last = wait;
            state = states.next(state, new AccountEvent.RetryDue());
        }
        assertTrue(last.compareTo(Duration.ofMinutes(20)) > 0);
    }

    @Test
    void waitsBetweenHalfAMinuteAndHalfAnHour() {
        Backoff backoff =
                new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(30), new Random(1));
        Set<Duration> first = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            Duration wait = backoff.after(1 + i % 40);
            assertTrue(wait.compareTo(Duration.ofSeconds(30)) >= 0, wait.toString());
            assertTrue(wait.compareTo(Duration.ofMinutes(30)) <= 0, wait.toString());
            first.add(backoff.after(1));
        }
        assertTrue(first.size() > 100);
    }

    @Test
    void takesAnUnreachableServerForOneThatCannotWhileSettingsAreUnproven() {
        List<Failure> doubtful =
                List.of(
                        new Failure.NoSuchHost("mail.example.org"),
                        new Failure.Refused(Failures.PEER),
                        new Failure.TimedOut(Failures.PEER, Step.CONNECT, Duration.ofSeconds(1)),
                        new Failure.TimedOut(Failures.PEER, Step.GREETING, Duration.ofSeconds(1)),
                        new Failure.TimedOut(Failures.PEER, Step.HANDSHAKE, Duration.ofSeconds(1)),
                        new Failure.Closed(Failures.PEER, Step.HANDSHAKE, ""));
        for (Failure failure : doubtful) {
            assertEquals(FailureClass.CANNOT, FailureClass.of(failure, false, true));
            assertEquals(FailureClass.TEMPORARY, FailureClass.of(failure, true, true));
            assertEquals(FailureClass.TEMPORARY, FailureClass.of(failure, false, false));
        }
    }

    @Test
    void tellsAWrongPasswordFromAServerThatIsBusy() {
        assertEquals(FailureClass.PASSWORD, login("AUTHENTICATIONFAILED"));
        assertEquals(FailureClass.TEMPORARY, login("unavailable"));
        assertEquals(FailureClass.TEMPORARY, login("IN-USE"));
        assertEquals(FailureClass.CANNOT, login("PRIVACYREQUIRED"));
    }

    private static FailureClass login(String code) {
        return FailureClass.of(
                new Failure.LoginRejected(Failures.PEER, "", Optional.of(code)), true, true);
    }
}
