package org.postern.proof.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.AccountId;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.net.Timeouts;
import org.postern.store.internal.Steps;
import org.postern.testing.Direction;
import org.postern.testing.Dovecot;
import org.postern.testing.DovecotSetup;
import org.postern.testing.Eventually;
import org.postern.testing.ProxySetup;
import org.postern.testing.RecordingProxy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A line that is cut, reset, held up or slowed down at any byte of a session: the session ends in
 * time and leaves nothing open, and the next one finds everything.
 */
class CutTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int CUTS = Extent.all() ? 2_000 : 30;
    private static final int USERS = CUTS + 100;

    @TempDir(factory = Memory.class)
    Path folder;

    private Dovecot dovecot;
    private int lives;

    /** What is done to a line. */
    private enum Harm {
        CUT {
            @Override
            ProxySetup on(ProxySetup line, Direction way, long offset) {
                return line.cut(way, offset);
            }
        },
        RESET {
            @Override
            ProxySetup on(ProxySetup line, Direction way, long offset) {
                return line.reset(way, offset);
            }
        },
        TRICKLE {
            @Override
            ProxySetup on(ProxySetup line, Direction way, long offset) {
                return line.trickle(way, offset);
            }
        },
        STALL {
            @Override
            ProxySetup on(ProxySetup line, Direction way, long offset) {
                return line.stall(way, offset);
            }
        };

        abstract ProxySetup on(ProxySetup line, Direction way, long offset);
    }

    @BeforeEach
    void start() throws Exception {
        DovecotSetup setup =
                Dovecot.with().onlyInbox().mailbox("Trash", "\\Trash").mailbox("Archiv").tlsOff();
        for (int life = 0; life < USERS; life++) {
            setup.user("u" + life, Dovecot.JOE.password());
            setup.user(Life.popUser("u" + life), Dovecot.JOE.password());
        }
        dovecot = setup.start();
    }

    @AfterEach
    void stop() throws Exception {
        dovecot.close();
    }

    @Test
    void convergesAfterAnyHarmToALineOfImap() throws Exception {
        harm(Home.IMAP, dovecot.imapPort(), CUTS * 2 / 3);
    }

    @Test
    void convergesAfterAnyHarmToALineOfPop() throws Exception {
        harm(Home.POP, dovecot.popPort(), CUTS / 3);
    }

    private void harm(AccountId account, int port, int cuts) throws Exception {
        long[] lengths = recorded(account, port);
        List<String> told = new ArrayList<>();
        for (int cut = 0; cut < cuts; cut++) {
            Direction way = Direction.values()[cut % 2];
            Harm harm = cut % 20 == 7 ? Harm.STALL : Harm.values()[cut / 2 % 3];
            long offset = (long) ((cut + 0.5) / cuts * lengths[way.ordinal()]);
            String what = harm + " " + way + " at byte " + offset;
            long sockets = OpenFiles.sockets();
            try (RecordingProxy line = harm.on(RecordingProxy.to(port), way, offset).start()) {
                live(account, line.port(), what);
            }
            nothingOpen(sockets, what);
            told.add(what);
        }
        Extent.tell(told.size() + " times harm to sessions of " + List.of(lengths[0], lengths[1]));
    }

    /** How many bytes go either way when nobody does any harm. */
    private long[] recorded(AccountId account, int port) throws Exception {
        try (RecordingProxy line = RecordingProxy.to(port).start()) {
            live(account, line.port(), "no harm");
            long[] lengths = new long[2];
            for (Direction way : Direction.values()) {
                lengths[way.ordinal()] = line.recording(way).bytes().length;
            }
            return lengths;
        }
    }

    private void live(AccountId account, int port, String what) throws Exception {
        String user = "u" + lives++;
        Life life = new Life(new Life.Ports(dovecot.imapPort(), dovecot.popPort()), user);
        try (FarSide far = life.far()) {
            live(account, port, life, far, what);
        } catch (Exception | AssertionError e) {
            throw new AssertionError(what + ": " + e.getMessage(), e);
        }
    }

    private static void nothingOpen(long sockets, String what) throws Exception {
        Eventually.until(
                () -> OpenFiles.threads().isEmpty() && OpenFiles.sockets() <= sockets,
                LIMIT,
                () -> what + " left open: " + OpenFiles.threads() + ", " + OpenFiles.sockets());
    }

    private void live(AccountId account, int port, Life life, FarSide far, String what)
            throws Exception {
        try (Home home =
                new Home(folder.resolve(life.user()), Steps.UNHEARD, Timeouts.of(PATIENCE))) {
            begin(home, far, life);
            home.account(account, "harmed", port, user(account, life));
            long started = System.nanoTime();
            tryToReceive(home, account);
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            assertTrue(took.compareTo(LIMIT) < 0, what + " took " + took);
            home.account(account, "sound", sound(account, life), user(account, life));
            home.engine.goOnline(account);
            home.refresh(Home.IMAP);
            home.refresh(Home.POP);
            Agreement agreement = new Agreement(home, far, what);
            agreement.check();
            agreement.check(CLAIMS, Set.of());
        }
    }

    private static final List<Claim> CLAIMS =
            List.of(
                    new Claim.Exists("one", false),
                    new Claim.Flagged("two", true),
                    new Claim.Lies("three", "Archiv"),
                    new Claim.Lies("four", "Trash"),
                    new Claim.Exists("five", true),
                    new Claim.Exists("pop one", true),
                    new Claim.Exists("pop two", true));

    /** Mail is here, and then something happens on both sides that the other does not know yet. */
    private static void begin(Home home, FarSide far, Life life) throws Exception {
        for (String subject : List.of("one", "two", "three", "four")) {
            far.arrive(subject);
        }
        home.account(Home.IMAP, "sound", life.ports().imap(), life.user());
        home.refresh(Home.IMAP);
        home.account(Home.POP, "sound", life.ports().pop(), life.popUser());
        far.arrive("five");
        far.dropIn("pop one");
        far.dropIn("pop two");
        far.expunge("INBOX", "one");
        home.each("two", (box, ids) -> home.engine.flag(box, ids, Set.of(Flag.FLAGGED), Set.of()));
        home.each(
                "three",
                (box, ids) -> home.engine.move(box, ids, home.mailbox(Home.IMAP, "Archiv")));
        home.each("four", (box, ids) -> home.engine.delete(box, ids));
    }

    private static void tryToReceive(Home home, AccountId account) {
        try {
            home.refresh(account);
        } catch (MailException e) {
            assertEquals(false, e.getMessage().isBlank(), "a failure says what failed");
        }
    }

    private static String user(AccountId account, Life life) {
        return account.equals(Home.POP) ? life.popUser() : life.user();
    }

    private static int sound(AccountId account, Life life) {
        return account.equals(Home.POP) ? life.ports().pop() : life.ports().imap();
    }
}
