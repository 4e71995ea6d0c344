package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.postern.account.Account;
import org.postern.core.AccountId;
import org.postern.core.MailException;
import org.postern.security.PortPolicies;
import org.postern.sync.AccountEvent;
import org.postern.sync.AccountState;
import org.postern.sync.AccountStates;
import org.postern.sync.Backoff;
import org.postern.sync.internal.StateFolder;
import org.postern.testing.RealTransports;
import org.postern.transport.ConnectionPlan;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Walks all sequences of letters through the production's machine of account states. Sequences that
 * lead to the same world are walked on together and counted, so that none is left out.
 */
final class GateModel {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    /** What people and programs do between attempts; every one is a letter too. */
    private static final List<AccountEvent> DEEDS =
            List.of(
                    new AccountEvent.UserOnline(),
                    new AccountEvent.UserOffline(),
                    new AccountEvent.PasswordChanged(),
                    new AccountEvent.PolicyChanged(),
                    new AccountEvent.RetryDue(),
                    new AccountEvent.Abandoned(),
                    new AccountEvent.Restarted());

    /**
     * All that the next step can depend on.
     *
     * @param settings which of the accounts' settings hold
     * @param proven the settings that have worked, as the engine remembers them
     * @param barred ghost: the server could not do it, and nobody has changed anything since
     */
    record World(int settings, AccountState state, Optional<String> proven, boolean barred) {}

    private final AccountStates states =
            new AccountStates(
                    CLOCK, new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(30), () -> 0));
    private final List<Account> accounts;
    private final List<ConnectionPlan> plans;
    private final Map<ConnectionPlan, Map<GateOutcome, Long>> outcomes = new HashMap<>();
    private final StateFolder disk;
    private final Map<World, Map<World, Long>> steps = new HashMap<>();
    private final Set<AccountState> reloaded = new HashSet<>();
    private BigInteger sequences = BigInteger.ONE;
    private int depth;

    GateModel(
            List<Account> accounts,
            Map<ConnectionPlan, Map<Letter, GateOutcome>> table,
            Path folder)
            throws MailException {
        this.accounts = accounts;
        plans = accounts.stream().map(GateModel::plan).toList();
        table.forEach((plan, each) -> outcomes.put(plan, counted(each)));
        disk = new StateFolder(folder);
    }

    private static ConnectionPlan plan(Account account) {
        try {
            return ConnectionPlan.of(account, new RealTransports(), PortPolicies.builtIn());
        } catch (MailException e) {
            throw new AssertionError(e);
        }
    }

    /** Letters with the same outcome are the same to the machine. */
    private static Map<GateOutcome, Long> counted(Map<Letter, GateOutcome> each) {
        return each.values().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** How many letters there are: attempts with and without a restart before, settings, deeds. */
    BigInteger alphabet() {
        return BigInteger.valueOf(2L * Letter.all().size() + accounts.size() + DEEDS.size());
    }

    /** A new account with the first settings. */
    World start() {
        return new World(0, new AccountState.Idle(), Optional.empty(), false);
    }

    /** Walks all sequences up to that length, from every account, and says how many have it. */
    BigInteger explore(int length) throws MailException {
        depth = length;
        Map<World, BigInteger> layer = Map.of(start(), BigInteger.ONE);
        for (int i = 0; i < length; i++) {
            layer = next(layer);
        }
        sequences = layer.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        return sequences;
    }

    private Map<World, BigInteger> next(Map<World, BigInteger> layer) throws MailException {
        Map<World, BigInteger> next = new HashMap<>();
        for (var each : layer.entrySet()) {
            for (var step : steps(each.getKey()).entrySet()) {
                BigInteger count = each.getValue().multiply(BigInteger.valueOf(step.getValue()));
                next.merge(step.getKey(), count, BigInteger::add);
            }
        }
        return next;
    }

    private Map<World, Long> steps(World world) throws MailException {
        if (!steps.containsKey(world)) {
            Map<World, Long> found = new HashMap<>();
            for (int settings = 0; settings < accounts.size(); settings++) {
                found.merge(changed(world, settings), 1L, Long::sum);
            }
            DEEDS.forEach(deed -> found.merge(done(world, deed), 1L, Long::sum));
            World restarted = restarted(world);
            outcomes.get(plans.get(world.settings()))
                    .forEach(
                            (outcome, count) -> {
                                found.merge(tried(world, outcome), count, Long::sum);
                                found.merge(tried(restarted, outcome), count, Long::sum);
                            });
            steps.put(world, found);
        }
        return steps.get(world);
    }

    World changed(World world, int settings) {
        AccountState state = states.next(world.state(), new AccountEvent.SettingsChanged());
        return new World(settings, state, world.proven(), false);
    }

    World done(World world, AccountEvent deed) {
        boolean changesSomething =
                switch (deed) {
                    case AccountEvent.UserOnline e -> true;
                    case AccountEvent.UserOffline e -> true;
                    case AccountEvent.PasswordChanged e -> true;
                    case AccountEvent.PolicyChanged e -> true;
                    default -> false;
                };
        AccountState state = states.next(world.state(), deed);
        return new World(
                world.settings(), state, world.proven(), world.barred() && !changesSomething);
    }

    /** By way of the disk, as a real restart goes. */
    World restarted(World world) throws MailException {
        World after = done(world, new AccountEvent.Restarted());
        if (reloaded.add(world.state())) {
            AccountId id = new AccountId("a");
            disk.write(id, new StateFolder.Remembered(world.state(), world.proven()));
            assertEquals(after.state(), disk.read(id).state());
        }
        return after;
    }

    /** One attempt, as the engine makes it. */
    World tried(World world, GateOutcome outcome) {
        AccountState begun = states.next(world.state(), new AccountEvent.ConnectBegins());
        boolean connects =
                begun instanceof AccountState.Connecting || begun instanceof AccountState.Online;
        assertFalse(connects && world.barred(), () -> "connects though barred: " + world);
        if (!connects) {
            return new World(world.settings(), begun, world.proven(), world.barred());
        }
        ConnectionPlan plan = plans.get(world.settings());
        checkInvariant(world, outcome);
        boolean proven = world.proven().equals(Optional.of(plan.fingerprint()));
        AccountState state =
                states.next(begun, outcome.event(proven, plan.security().isProtected()));
        if (outcome.failure().isEmpty()) {
            assertInstanceOf(AccountState.Online.class, state);
            return new World(world.settings(), state, Optional.of(plan.fingerprint()), false);
        }
        boolean barred = state instanceof AccountState.OfflineCannot;
        return new World(world.settings(), state, world.proven(), barred);
    }

    private void checkInvariant(World world, GateOutcome outcome) {
        Account account = accounts.get(world.settings());
        assertTrue(
                !outcome.inClear() || GateAccounts.isExplicitlyPlaintext(account),
                () -> "a plaintext login in " + account.name() + " from " + world);
    }

    @Override
    public String toString() {
        long transitions = steps.values().stream().mapToLong(Map::size).sum();
        return "%d letters, %d sequences of %d, %d worlds, %d steps, %d states over the disk"
                .formatted(
                        alphabet(), sequences, depth, steps.size(), transitions, reloaded.size());
    }
}
