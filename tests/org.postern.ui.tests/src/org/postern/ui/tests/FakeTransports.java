package org.postern.ui.tests;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.transport.Transport;
import org.postern.transport.TransportDescriptor;
import org.postern.transport.Transports;

import java.util.List;
import java.util.Optional;

/** A registry with a family of twins and a transport that reads a folder. */
final class FakeTransports implements Transports {

    static final int PLAIN_PORT = 1100;
    static final int SAFE_PORT = 1101;

    static final TransportDescriptor PLAIN =
            new TransportDescriptor(
                    "owl",
                    "owl",
                    "Owl",
                    "owl",
                    Security.NONE,
                    Optional.of(new Port(PLAIN_PORT)),
                    Optional.of("owls"),
                    true,
                    true,
                    TransportDescriptor.Location.SERVER,
                    "test");

    static final TransportDescriptor SAFE =
            new TransportDescriptor(
                    "owls",
                    "owls",
                    "Owl with SSL",
                    "owl",
                    Security.TLS,
                    Optional.of(new Port(SAFE_PORT)),
                    Optional.of("owl"),
                    false,
                    true,
                    TransportDescriptor.Location.SERVER,
                    "test");

    static final TransportDescriptor FOLDER =
            new TransportDescriptor(
                    "nest",
                    "nest",
                    "Nest",
                    "nest",
                    Security.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    TransportDescriptor.Location.FOLDER,
                    "test");

    @Override
    public List<TransportDescriptor> all() {
        return List.of(FOLDER, PLAIN, SAFE);
    }

    @Override
    public Optional<TransportDescriptor> find(String id) {
        return all().stream().filter(t -> t.id().equals(id)).findFirst();
    }

    @Override
    public Optional<TransportDescriptor> inMode(TransportDescriptor transport, Security security) {
        Security own = security == Security.STARTTLS ? Security.NONE : security;
        return all().stream()
                .filter(t -> t.protocol().equals(transport.protocol()) && t.security() == own)
                .findFirst();
    }

    @Override
    public Transport load(String id) throws MailException {
        throw new MailException(new Failure.NoSuchTransport(id));
    }

    @Override
    public List<String> problems() {
        return List.of();
    }
}
