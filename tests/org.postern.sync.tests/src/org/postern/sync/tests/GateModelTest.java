package org.postern.sync.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.account.Account;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.security.PortPolicies;
import org.postern.sync.tests.Letter.Greets;
import org.postern.sync.tests.Letter.Judges;
import org.postern.testing.RealTransports;
import org.postern.transport.ConnectionPlan;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Account and connection, model-checked: {@link GateModel} over {@link GateTable}. */
class GateModelTest {

    private static final int DEPTH = 8;

    @TempDir Path folder;

    @Test
    void aPlaintextLoginHappensOnlyInAnAccountThatIsExplicitlyPlaintext() throws Exception {
        try (GateTable table = new GateTable(folder, UnaryOperator.identity())) {
            List<Account> accounts = GateAccounts.all(table.port());
            Map<ConnectionPlan, Map<Letter, GateOutcome>> outcomes = new HashMap<>();
            for (Account account : accounts) {
                ConnectionPlan plan = plan(account);
                if (!outcomes.containsKey(plan)) {
                    outcomes.put(plan, table.outcomes(account, plan.security()));
                    compare(account, plan.security(), outcomes.get(plan));
                }
            }
            assertEquals(6, outcomes.size(), "three ways to connect, two protocols");
            GateModel model = new GateModel(accounts, outcomes, folder.resolve("model"));
            BigInteger sequences = model.explore(DEPTH);
            assertEquals(model.alphabet().pow(DEPTH), sequences, "the full product");
            System.out.println(table.runs() + " real attempts; " + model);
        }
    }

    private static ConnectionPlan plan(Account account) throws MailException {
        return ConnectionPlan.of(account, new RealTransports(), PortPolicies.builtIn());
    }

    /** The model and what really happened agree about every letter. */
    private static void compare(
            Account account, Security planned, Map<Letter, GateOutcome> outcomes) {
        assertEquals(Letter.all().size(), outcomes.size());
        boolean imap = GateAccounts.words(account) == GateWords.IMAP;
        Set<String> wrong = new TreeSet<>();
        outcomes.forEach(
                (letter, outcome) -> {
                    var expected = new GateExpectation(planned, imap, letter);
                    if (!expected.meets(outcome)) {
                        wrong.add(expected + " but " + outcome);
                    }
                });
        assertEquals(Set.of(), wrong);
    }

    /** The check can fail: this is what it says of a connector that falls back and lies. */
    @Test
    void aConnectorThatFallsBackIsFound() throws Exception {
        try (GateTable table = new GateTable(folder, c -> new SabotagedConnector(c, true))) {
            Account account = GateAccounts.of("imap", Security.STARTTLS, table.port());
            AssertionError found =
                    assertThrows(
                            AssertionError.class, () -> table.outcomes(account, Security.STARTTLS));
            assertTrue(found.getMessage().contains("a login in clear"), found::getMessage);
        }
    }

    /** One that falls back and does not lie is stopped by the guard around it. */
    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop"})
    void nobodyLogsInOverLessThanWasAsked(String transport) throws Exception {
        try (GateTable table = new GateTable(folder, c -> new SabotagedConnector(c, false))) {
            Account account = GateAccounts.of(transport, Security.STARTTLS, table.port());
            table.outcomes(account, Security.STARTTLS, Judges.ALLOW, Greets.OK).values().stream()
                    .filter(outcome -> !outcome.loggedIn())
                    .forEach(outcome -> assertTrue(outcome.failure().isPresent()));
        }
    }
}
