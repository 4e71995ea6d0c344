package org.postern.diagnosis;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.transport.Transport;
import org.postern.transport.TransportDescriptor;
import org.postern.transport.TransportDescriptor.Location;
import org.postern.transport.Transports;

import java.util.List;
import java.util.Optional;

/** A plain and a TLS transport of one invented family, and one that reads a folder. */
final class FakeTransports implements Transports {

    static final TransportDescriptor PLAIN =
            new TransportDescriptor(
                    "post",
                    "post",
                    "Post",
                    "post",
                    Security.NONE,
                    Optional.of(new Port(1043)),
                    Optional.of("posts"),
                    true,
                    true,
                    Location.SERVER,
                    "fake");
    static final TransportDescriptor TLS =
            new TransportDescriptor(
                    "posts",
                    "posts",
                    "Post with SSL",
                    "post",
                    Security.TLS,
                    Optional.of(new Port(1093)),
                    Optional.of("post"),
                    false,
                    true,
                    Location.SERVER,
                    "fake");
    static final TransportDescriptor FOLDER =
            new TransportDescriptor(
                    "files",
                    "files",
                    "Files",
                    "files",
                    Security.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    Location.FOLDER,
                    "fake");

    @Override
    public List<TransportDescriptor> all() {
        return List.of(PLAIN, TLS, FOLDER);
    }

    @Override
    public Optional<TransportDescriptor> find(String id) {
        return all().stream().filter(t -> t.id().equals(id)).findFirst();
    }

    @Override
    public Optional<TransportDescriptor> inMode(TransportDescriptor transport, Security security) {
        boolean tls = security == Security.TLS;
        return tls == (transport.security() == Security.TLS)
                ? Optional.of(transport)
                : transport.twin().flatMap(this::find);
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
