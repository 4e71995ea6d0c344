package org.postern.transport.contract.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.eclipse.core.runtime.RegistryFactory;
import org.junit.jupiter.api.Test;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.imap.ImapTransport;
import org.postern.pop3.PopTransport;
import org.postern.transport.RegistryTransports;
import org.postern.transport.TransportDescriptor;
import org.postern.transport.Transports;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Our transports as they are installed; it needs the running platform. */
class InstalledTransportsTest {

    private final Transports transports = new RegistryTransports(RegistryFactory.getRegistry());

    private static TransportDescriptor ours(
            String id, String label, String protocol, int port, String twin, String contributor) {
        boolean tls = id.endsWith("s");
        return new TransportDescriptor(
                id,
                id,
                label,
                protocol,
                tls ? Security.TLS : Security.NONE,
                Optional.of(new Port(port)),
                Optional.of(twin),
                !tls,
                true,
                TransportDescriptor.Location.SERVER,
                contributor);
    }

    @Test
    void areTheseFourAndNoOthers() {
        Set<TransportDescriptor> expected =
                Set.of(
                        ours("imap", "IMAP", "imap", 143, "imaps", "org.postern.imap"),
                        ours("imaps", "IMAP with SSL", "imap", 993, "imap", "org.postern.imap"),
                        ours("pop", "POP", "pop", 110, "pops", "org.postern.pop3"),
                        ours("pops", "POP with SSL", "pop", 995, "pop", "org.postern.pop3"));
        assertEquals(expected, transports.all().stream().collect(Collectors.toSet()));
        assertEquals(List.of(), transports.problems());
    }

    @Test
    void eachSwitchesToItsTwinAndBack() {
        for (TransportDescriptor each : transports.all()) {
            TransportDescriptor tls = transports.inMode(each, Security.TLS).orElseThrow();
            TransportDescriptor plain = transports.inMode(each, Security.NONE).orElseThrow();
            assertEquals(Security.TLS, tls.security());
            assertEquals(Security.NONE, plain.security());
            assertEquals(each, each.equals(tls) ? tls : plain);
        }
    }

    @Test
    void eachCanBeLoaded() throws MailException {
        assertInstanceOf(ImapTransport.class, transports.load("imap"));
        assertInstanceOf(ImapTransport.class, transports.load("imaps"));
        assertInstanceOf(PopTransport.class, transports.load("pop"));
        assertInstanceOf(PopTransport.class, transports.load("pops"));
    }
}
