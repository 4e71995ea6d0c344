package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.account.Account;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.net.Posture;
import org.postern.security.PortPolicies;
import org.postern.sync.AccountEvent;
import org.postern.sync.AccountState;
import org.postern.testing.RealTransports;
import org.postern.transport.ConnectionPlan;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The real engine goes where {@link GateModel} says, on ways that chance has chosen. */
class GateWalkTest {

    private static final int STEPS = 120;

    @TempDir Path folder;
    private final Random random = new Random(8314);

    @Test
    void theEngineGoesWhereTheModelSays() throws Exception {
        try (GateTable table = new GateTable(folder, UnaryOperator.identity())) {
            List<Account> accounts = GateAccounts.all(table.port());
            Bench bench = table.bench();
            bench.add(accounts.getFirst(), GateOutcome.PASSWORD);
            GateModel model = new GateModel(accounts, Map.of(), folder.resolve("model"));
            GateModel.World world = model.start();
            Set<Class<?>> seen = new HashSet<>();
            for (int step = 0; step < STEPS; step++) {
                int settings = world.settings();
                switch (random.nextInt(8)) {
                    case 0 -> {
                        settings = random.nextInt(accounts.size());
                        bench.accounts.save(accounts.get(settings));
                        world = changed(model, world, settings);
                    }
                    case 1, 2 -> {
                        bench.engine.policiesChanged();
                        world = model.done(world, new AccountEvent.PolicyChanged());
                    }
                    case 3 -> {
                        bench.restart();
                        world = model.restarted(world);
                    }
                    default -> world = received(model, table, world, accounts.get(settings));
                }
                assertSame(world.state(), bench.state());
                seen.add(world.state().getClass());
            }
            assertTrue(seen.size() >= 4, () -> "too little of the machine was seen: " + seen);
        }
    }

    /** Saving what is there already is no event. */
    private static GateModel.World changed(GateModel model, GateModel.World world, int settings) {
        return settings == world.settings() ? world : model.changed(world, settings);
    }

    private GateModel.World received(
            GateModel model, GateTable table, GateModel.World world, Account account)
            throws Exception {
        Security planned = plan(account).security();
        Letter letter = letter();
        AccountState real = table.receive(account, planned, letter);
        return model.tried(world, outcome(account, planned, letter, real));
    }

    /** What the model must believe of a letter; the state's failure is the real one. */
    private static GateOutcome outcome(
            Account account, Security planned, Letter letter, AccountState real) {
        boolean imap = GateAccounts.words(account) == GateWords.IMAP;
        GateExpectation expected = new GateExpectation(planned, imap, letter);
        var posture =
                real instanceof AccountState.Online online
                        ? online.posture()
                        : Optional.<Posture>empty();
        return new GateOutcome(
                expected.logsIn(),
                expected.logsIn() && planned == Security.NONE,
                posture,
                expected.logsIn() ? Optional.empty() : real.reason());
    }

    /** Good letters are rarer than bad ones, so they are helped. */
    private Letter letter() {
        return new Letter(
                pick(Letter.Judges.values()),
                pick(Letter.Greets.values()),
                pick(Letter.Answers.values()),
                pick(Letter.Certifies.values()));
    }

    private <E> E pick(E[] all) {
        return random.nextInt(4) > 0 ? all[0] : all[random.nextInt(all.length)];
    }

    private static ConnectionPlan plan(Account account) throws MailException {
        return ConnectionPlan.of(account, new RealTransports(), PortPolicies.builtIn());
    }

    /** But for the time of the next attempt, which has its random part. */
    private static void assertSame(AccountState expected, AccountState real) {
        assertEquals(expected.getClass(), real.getClass());
        assertEquals(expected.reason().map(Object::getClass), real.reason().map(Object::getClass));
        if (expected instanceof AccountState.WaitingForNetwork waiting) {
            assertEquals(waiting.attempts(), ((AccountState.WaitingForNetwork) real).attempts());
        }
    }
}
