package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.core.Security;
import org.postern.net.Connector;
import org.postern.net.Posture;
import org.postern.net.SocketConnector;
import org.postern.security.CertificateJudge;
import org.postern.security.ConnectionPolicies;
import org.postern.security.Contribution;
import org.postern.security.TrustAnchors;
import org.postern.security.Verdict;
import org.postern.security.Verdict.Requirement;
import org.postern.sync.AccountState;
import org.postern.sync.tests.Letter.Judges;
import org.postern.testing.TestCa;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What really happens for every letter: engine, transport, guard, policies and connector, all of
 * them the production's, against a {@link GatePeer} over loopback.
 */
final class GateTable implements AutoCloseable {

    private static final TrustAnchors ANCHORS = TrustAnchors.of(TestCa.shared().root());

    private final GatePeer peer = new GatePeer();
    private final Bench bench;
    private Choices choices = new Choices();
    private int runs;

    /**
     * @param sabotage what becomes of the connector; normally nothing
     */
    GateTable(Path folder, UnaryOperator<Connector> sabotage) throws IOException, MailException {
        ConnectionPolicies policies =
                new ConnectionPolicies(
                        () -> List.of(Contribution.of("chosen", intended -> verdict())),
                        (policy, cause) -> assertTrue(cause.getMessage().equals("chosen"), policy));
        CertificateJudge judge = new CertificateJudge(() -> ANCHORS);
        bench =
                Bench.real(
                        folder,
                        sabotage.apply(new SocketConnector(policies, judge)),
                        Duration.ZERO); // each attempt connects anew
    }

    int port() {
        return peer.port();
    }

    /** How many real attempts were made. */
    int runs() {
        return runs;
    }

    private Verdict verdict() {
        return switch (choices.pick(Judges.class)) {
            case ALLOW -> Verdict.allow("chosen");
            case WARN -> Verdict.warn("chosen", "Careful.");
            case REQUIRE_PROTECTED -> require(Requirement.PROTECTED);
            case REQUIRE_IMPLICIT -> require(Requirement.IMPLICIT_TLS);
            case REQUIRE_TLS_1_3 -> require(Requirement.TLS_1_3);
            case DENY -> Verdict.deny("chosen", "No.");
            case THROW -> throw new IllegalStateException("chosen");
        };
    }

    private static Verdict require(Requirement requirement) {
        return Verdict.require("chosen", "It must be.", requirement);
    }

    /** Tries all choices that matter with that account and says what came of every letter. */
    Map<Letter, GateOutcome> outcomes(Account account, Security planned, Enum<?>... given)
            throws InterruptedException {
        Map<Letter, GateOutcome> outcomes = new HashMap<>();
        List<Letter> letters = Letter.all();
        choices = new Choices(given);
        do {
            GateOutcome outcome = attempt(account, planned);
            for (Letter letter : letters) {
                if (choices.standsFor(letter)) {
                    GateOutcome other = outcomes.put(letter, outcome);
                    assertTrue(other == null, () -> letter + " was tried twice");
                }
            }
        } while (choices.next());
        return outcomes;
    }

    /**
     * Receives mail under one letter, as the engine does by itself or for the user, and says in
     * which state the account is then.
     */
    AccountState receive(Account account, Security planned, Letter letter)
            throws InterruptedException {
        choices =
                new Choices(letter.judges(), letter.greets(), letter.answers(), letter.certifies());
        peer.begin(choices, planned, GateAccounts.words(account));
        try {
            bench.refresh();
        } catch (MailException e) {
            assertTrue(bench.state().reason().isPresent(), e::getMessage);
        }
        peer.talks();
        return bench.state();
    }

    Bench bench() {
        return bench;
    }

    /** One attempt under the present choices. */
    private GateOutcome attempt(Account account, Security planned) throws InterruptedException {
        runs++;
        peer.begin(choices, planned, GateAccounts.words(account));
        Optional<Posture> posture = Optional.empty();
        Optional<Failure> failure = Optional.empty();
        try (Secret secret = Secret.of(GateOutcome.PASSWORD.toCharArray())) {
            var monitor = new NullProgressMonitor();
            posture = bench.engine.attempt(account, Optional.of(secret), monitor).posture();
        } catch (MailException e) {
            failure = Optional.of(e.failure());
        }
        return GateOutcome.of(account, peer.talks(), posture, failure);
    }

    @Override
    public void close() throws IOException {
        bench.close();
        peer.close();
    }
}
