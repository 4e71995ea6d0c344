package org.postern.testing;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.imap.ImapTransport;
import org.postern.pop3.PopTransport;
import org.postern.transport.Transport;
import org.postern.transport.TransportDescriptor;
import org.postern.transport.Transports;

import java.util.List;
import java.util.Optional;

/** The four transports as their extensions declare them, for a JVM without a registry. */
public final class RealTransports implements Transports {

    private static final List<TransportDescriptor> ALL =
            List.of(
                    descriptor("imap", "imap", Security.NONE, 143, "imaps"),
                    descriptor("imaps", "imap", Security.TLS, 993, "imap"),
                    descriptor("pop", "pop", Security.NONE, 110, "pops"),
                    descriptor("pops", "pop", Security.TLS, 995, "pop"));

    private static TransportDescriptor descriptor(
            String id, String protocol, Security security, int port, String twin) {
        return new TransportDescriptor(
                id,
                id,
                id,
                protocol,
                security,
                Optional.of(new Port(port)),
                Optional.of(twin),
                security == Security.NONE,
                true,
                TransportDescriptor.Location.SERVER,
                "test");
    }

    @Override
    public List<TransportDescriptor> all() {
        return ALL;
    }

    @Override
    public Optional<TransportDescriptor> find(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public Optional<TransportDescriptor> inMode(TransportDescriptor of, Security security) {
        Security mode = security == Security.TLS ? Security.TLS : Security.NONE;
        return of.security() == mode ? Optional.of(of) : of.twin().flatMap(this::find);
    }

    @Override
    public Transport load(String id) throws MailException {
        return switch (id) {
            case "imap", "imaps" -> new ImapTransport();
            case "pop", "pops" -> new PopTransport();
            default -> throw new MailException(new Failure.NoSuchTransport(id));
        };
    }

    @Override
    public List<String> problems() {
        return List.of();
    }
}
