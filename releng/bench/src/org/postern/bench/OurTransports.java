package org.postern.bench;

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

/** The protected transports as their extensions declare them, for a JVM without a registry. */
final class OurTransports implements Transports {

    private static final List<TransportDescriptor> ALL =
            List.of(descriptor("imaps", "imap", 993), descriptor("pops", "pop", 995));

    private static TransportDescriptor descriptor(String id, String protocol, int port) {
        return new TransportDescriptor(
                id,
                id,
                id,
                protocol,
                Security.TLS,
                Optional.of(new Port(port)),
                Optional.empty(),
                false,
                true,
                TransportDescriptor.Location.SERVER,
                "bench");
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
        return security == Security.TLS ? Optional.of(of) : Optional.empty();
    }

    @Override
    public Transport load(String id) throws MailException {
        return switch (id) {
            case "imaps" -> new ImapTransport();
            case "pops" -> new PopTransport();
            default -> throw new MailException(new Failure.NoSuchTransport(id));
        };
    }

    @Override
    public List<String> problems() {
        return List.of();
    }
}
