package org.postern.net.tests.sasl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.net.LoginWish;
import org.postern.net.sasl.MechanismChoice;
import org.postern.security.PinFolder;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All sequences of servers, restarts and second thoughts, of any length: once a login was bound and
 * until the user forgets it, none is unbound. Sequences that lead to the same world are walked on
 * together.
 */
class BindingModelTest {

    private static final AccountId ACCOUNT = new AccountId("a");
    private static final Endpoint SERVER = FakeConnection.PEER;

    /** What may happen. */
    private enum Letter {
        BINDS("SCRAM-SHA-256-PLUS SCRAM-SHA-256 PLAIN"),
        REFUSES_TO_BIND("SCRAM-SHA-256-PLUS SCRAM-SHA-256 PLAIN"),
        HIDES_BINDING("SCRAM-SHA-256 PLAIN"),
        TAKES_PASSWORDS("PLAIN LOGIN"),
        HAS_NO_MECHANISM(""),
        RESTART(""),
        FORGET("");

        private final List<String> offered;

        Letter(String offered) {
            this.offered = List.of(offered.split(" "));
        }
    }

    /** What a login came to. */
    private enum Login {
        BOUND,
        UNBOUND,
        REFUSED
    }

    /**
     * @param remembered what the pins say
     * @param held ghost: a login was bound, and nobody has forgotten it since
     */
    private record World(boolean remembered, boolean held) {}

    @TempDir Path folder;
    private PinFolder pins;
    private final Set<Login> seen = EnumSet.noneOf(Login.class);

    @Test
    void noLoginIsUnboundAfterABoundOne() throws Exception {
        Set<World> known = new HashSet<>(Set.of(new World(false, false)));
        Deque<World> open = new ArrayDeque<>(known);
        while (!open.isEmpty()) {
            World world = open.pop();
            for (Letter letter : Letter.values()) {
                World next = after(world, letter);
                if (known.add(next)) {
                    open.add(next);
                }
            }
        }
        assertEquals(Set.of(new World(false, false), new World(true, true)), known);
        assertEquals(EnumSet.allOf(Login.class), seen);
    }

    private World after(World world, Letter letter) throws MailException {
        pins = PinFolder.open(folder);
        pins.forget(ACCOUNT);
        if (world.remembered()) {
            pins.bound(ACCOUNT, SERVER, Instant.EPOCH);
        }
        boolean held =
                switch (letter) {
                    case RESTART -> world.held();
                    case FORGET -> forgotten();
                    default -> login(letter, world);
                };
        pins = PinFolder.open(folder);
        return new World(pins.boundSince(ACCOUNT, SERVER).isPresent(), held);
    }

    private boolean forgotten() throws MailException {
        pins.unbind(ACCOUNT, SERVER);
        return false;
    }

    private boolean login(Letter server, World world) throws MailException {
        Login login = attempt(server);
        seen.add(login);
        assertFalse(world.held() && login == Login.UNBOUND, () -> server + " from " + world);
        if (login == Login.BOUND) {
            pins.bound(ACCOUNT, SERVER, Instant.EPOCH);
        }
        return world.held() || login == Login.BOUND;
    }

    /** As a provider logs in: what it does when the binding is refused included. */
    private Login attempt(Letter server) throws MailException {
        try {
            Optional<MechanismChoice> choice = chosen(server);
            if (choice.filter(each -> each.name().endsWith("-PLUS")).isEmpty()) {
                return Login.UNBOUND;
            }
            if (server == Letter.BINDS) {
                return Login.BOUND;
            }
            return choice.get().unbound().isPresent() ? Login.UNBOUND : Login.REFUSED;
        } catch (MailException e) {
            assertTrue(e.failure() instanceof Failure.LoginNotBound, e::toString);
            return Login.REFUSED;
        }
    }

    private Optional<MechanismChoice> chosen(Letter server) throws MailException {
        FakeConnection fresh = FakeConnection.tls("TLSv1.3", "tls-exporter");
        FakeConnection connection =
                pins.boundSince(ACCOUNT, SERVER).isPresent() ? fresh.boundBefore() : fresh;
        return MechanismChoice.strongest(
                server.offered, LoginWish.PASSWORD, Security.TLS, connection);
    }
}
