package org.postern.proof.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.proof.tests.Model.Mail;
import org.postern.store.internal.Steps;
import org.postern.testing.Dovecot;
import org.postern.testing.DovecotSetup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Thousands of random actions of the user and of another client, some of them while mail is being
 * received: whenever all has come to rest, the store is as the server, and the server is as the
 * model says.
 */
class ModelTest {

    private static final int STEPS = Extent.all() ? 6_000 : 200;
    private static final Set<String> ALWAYS = Set.of("INBOX", "Trash", "Archiv");

    @TempDir(factory = Memory.class)
    Path folder;

    private Dovecot dovecot;
    private final List<String> told = new ArrayList<>();

    private DovecotSetup setup() {
        return Dovecot.with()
                .onlyInbox()
                .mailbox("Trash", "\\Trash")
                .mailbox("Archiv")
                .tlsOff()
                .user("u", Dovecot.JOE.password())
                .user("up", Dovecot.JOE.password());
    }

    @AfterEach
    void stop() throws Exception {
        dovecot.close();
    }

    @Test
    void agreesWithServerAndModelWheneverAllHasComeToRest() throws Exception {
        dovecot = setup().start();
        play(STEPS, () -> {});
    }

    @Test
    void agreesWithAServerThatForgetsItsIndexesAndCountsChangesAnew() throws Exception {
        dovecot = setup().maildir().start();
        play(STEPS / 2, () -> dovecot.forgetIndexes("u"));
    }

    /** Something that happens to the server while nobody is there. */
    @FunctionalInterface
    private interface Mishap {
        void happens() throws Exception;
    }

    private void play(int steps, Mishap mishap) throws Exception {
        long seed = Extent.seed();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        try {
            play(steps, mishap, random);
        } catch (Exception | AssertionError e) {
            List<String> last = told.subList(Math.max(0, told.size() - 60), told.size());
            throw new AssertionError(
                    "-Dpostern.seed="
                            + seed
                            + ": "
                            + e.getMessage()
                            + "\n"
                            + String.join("\n", last),
                    e);
        }
        Extent.tell(told.size() + " random actions, seed " + seed);
    }

    private void play(int steps, Mishap mishap, RandomGenerator random) throws Exception {
        Model model = new Model(ALWAYS);
        AtomicInteger numbers = new AtomicInteger();
        int step = 0;
        while (step < steps) {
            try (FarSide far = new FarSide(dovecot.imapPort(), "u", "up");
                    Home home = new Home(folder, Steps.UNHEARD)) {
                Actions actions = new Actions(random, model, far, numbers);
                home.account(Home.IMAP, "model", dovecot.imapPort(), "u");
                for (int round = 0; round < 12; round++) {
                    step += round(random, home, actions);
                    rest(home, far, model);
                }
            }
            mishap.happens();
        }
    }

    /** Some actions, sometimes while mail is being received. */
    private int round(RandomGenerator random, Home home, Actions actions) throws Exception {
        int count = 1 + random.nextInt(12);
        boolean busy = random.nextInt(3) == 0;
        Thread receiving = Thread.ofPlatform().unstarted(() -> receive(home));
        for (int action = 0; action < count; action++) {
            boolean here = !busy && random.nextBoolean();
            if (busy && action == 0) {
                receiving.start();
            }
            told.add(here ? actions.here(home) : actions.elsewhere());
        }
        if (busy) {
            receiving.join();
        }
        return count;
    }

    /** What fails because mailboxes go meanwhile is made good by the next reception. */
    private void receive(Home home) {
        try {
            home.refresh(Home.IMAP);
        } catch (MailException e) {
            told.add("a reception failed: " + e.getMessage());
            home.engine.goOnline(Home.IMAP);
        }
    }

    private void rest(Home home, FarSide far, Model model) throws Exception {
        home.refresh(Home.IMAP);
        home.refresh(Home.IMAP);
        told.add("received");
        model.synchronised();
        Map<String, Mail> server = server(far);
        Map<String, Mail> expected = new TreeMap<>(model.mail());
        expected.entrySet().removeAll(server.entrySet());
        server.entrySet().removeAll(model.mail().entrySet());
        assertEquals(expected, server, "where the model and the server differ");
        assertEquals(new TreeSet<>(model.mailboxes()), new TreeSet<>(far.mailboxes()));
        new Agreement(home, far, "at rest").check();
    }

    private static Map<String, Mail> server(FarSide far) throws Exception {
        Map<String, Mail> mail = new TreeMap<>();
        for (String mailbox : far.mailboxes()) {
            for (FarSide.Letter letter : far.letters(mailbox).values()) {
                Set<Flag> flags = new HashSet<>();
                letter.flags().forEach(name -> Agreement.flag(name).ifPresent(flags::add));
                String subject = FarSide.subject(letter.bytes());
                assertEquals(null, mail.put(subject, new Mail(mailbox, flags)), subject + " twice");
            }
        }
        return mail;
    }
}
