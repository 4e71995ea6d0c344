package org.postern.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.net.Connection;
import org.postern.net.Dialects;
import org.postern.net.Resolver;
import org.postern.security.ConnectionPolicies;
import org.postern.security.ConnectionPolicy;
import org.postern.security.Contribution;
import org.postern.security.IntendedConnection;
import org.postern.security.Verdict;
import org.postern.security.Verdict.Requirement;
import org.postern.testing.ScriptedServer;
import org.postern.testing.TestCa;

import java.util.ArrayList;
import java.util.List;

/** What policies say holds before the first packet. */
class PolicyTest {

    private static final Resolver NEVER_ASKED = name -> fail("the name server was asked");

    @Test
    void aDenialComesBeforeTheNameServerIsAsked() {
        Client client =
                Client.with(Security.TLS)
                        .under(policies(c -> Verdict.deny("x", "Not from here.")))
                        .resolving(NEVER_ASKED);
        assertEquals(
                new Failure.PolicyDenied("policy", "Not from here."),
                client.failure("mail.example.org", 993));
    }

    @Test
    void aPolicyThatThrowsDenies() {
        ConnectionPolicy broken =
                c -> {
                    throw new IllegalStateException();
                };
        Client client = Client.with(Security.TLS).under(policies(broken)).resolving(NEVER_ASKED);
        var denied =
                assertInstanceOf(
                        Failure.PolicyDenied.class, client.failure("mail.example.org", 993));
        assertEquals("policy", denied.policy());
    }

    @ParameterizedTest
    @CsvSource({"PROTECTED, NONE", "IMPLICIT_TLS, NONE", "IMPLICIT_TLS, STARTTLS", "TLS_1_3, NONE"})
    void aRequirementThatCannotBeMetDenies(Requirement requirement, Security security) {
        Client client =
                Client.with(security)
                        .under(policies(c -> Verdict.require("x", "Safer, please.", requirement)))
                        .resolving(NEVER_ASKED);
        assertEquals(
                new Failure.PolicyDenied("policy", "Safer, please."),
                client.failure("mail.example.org", 993));
    }

    @Test
    void aServerWithoutTls13FailsWhereItIsRequired() throws Exception {
        Client client =
                Client.with(Security.TLS)
                        .under(policies(c -> Verdict.require("x", "Newest.", Requirement.TLS_1_3)));
        try (ScriptedServer server =
                ScriptedServer.tlsRefused(TestCa.shared().sound(), "TLSv1.2").start()) {
            assertEquals(
                    new Failure.PolicyDenied("policy", "Newest."), client.failure(server.port()));
        }
        try (ScriptedServer server = ScriptedServer.tls().send("* OK hi").hang().start();
                Connection open = client.connect("localhost", server.port())) {
            assertEquals("TLSv1.3", open.posture().protocol().orElseThrow());
            assertEquals(List.of("Newest."), open.posture().forced());
        }
    }

    @Test
    void aWarningTravelsWithTheConnection() throws Exception {
        Client client =
                Client.with(Security.TLS).under(policies(c -> Verdict.warn("x", "Careful.")));
        try (ScriptedServer server = ScriptedServer.tls().send("* OK hi").hang().start();
                Connection open = client.connect("localhost", server.port())) {
            assertEquals(List.of("Careful."), open.posture().warnings());
        }
    }

    @Test
    void aPolicyHearsTheProtocolAsTransportsNameIt() throws Exception {
        List<IntendedConnection> heard = new ArrayList<>();
        ConnectionPolicy listening =
                c -> {
                    heard.add(c);
                    return Verdict.deny("x", "no");
                };
        Client client = Client.with(Security.STARTTLS).under(policies(listening));
        client.speaking(Dialects.POP3).failure("mail.example.org", 110);
        assertEquals("pop", heard.getFirst().protocol());
        assertEquals(Security.STARTTLS, heard.getFirst().security());
        assertEquals("mail.example.org:110", heard.getFirst().endpoint().toString());
    }

    private static ConnectionPolicies policies(ConnectionPolicy policy) {
        return new ConnectionPolicies(
                () -> List.of(Contribution.of("policy", policy)), (name, cause) -> {});
    }
}
