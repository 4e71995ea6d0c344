package org.postern.sync.tests;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.transport.Transport;
import org.postern.transport.TransportDescriptor;
import org.postern.transport.Transports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An invented protocol "post" with its twins, a lonely plain one, and a folder. */
final class FakeTransports implements Transports {

    static final TransportDescriptor PLAIN = server("post", Security.NONE, 5001, "posts", true);
    static final TransportDescriptor SECURE = server("posts", Security.TLS, 5002, "post", false);
    static final TransportDescriptor LONELY = server("lone", Security.NONE, 5003, null, false);
    static final TransportDescriptor FOLDER =
            new TransportDescriptor(
                    "folder",
                    "folder",
                    "Folder",
                    "folder",
                    Security.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    TransportDescriptor.Location.FOLDER,
                    "test");

    private final Map<String, Transport> loaded = new ConcurrentHashMap<>();

    private static TransportDescriptor server(
            String id, Security security, int port, String twin, boolean startTls) {
        return new TransportDescriptor(
                id,
                id,
                id.toUpperCase(java.util.Locale.ROOT),
                id.replaceAll("s$", ""),
                security,
                Optional.of(new Port(port)),
                Optional.ofNullable(twin),
                startTls,
                true,
                TransportDescriptor.Location.SERVER,
                "test");
    }

    /** All of them behave like this one. */
    FakeTransports with(Transport transport) {
        all().forEach(each -> loaded.put(each.id(), transport));
        return this;
    }

    @Override
    public List<TransportDescriptor> all() {
        return List.of(PLAIN, SECURE, LONELY, FOLDER);
    }

    @Override
    public Optional<TransportDescriptor> find(String id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public Optional<TransportDescriptor> inMode(TransportDescriptor of, Security security) {
        Security mode = security == Security.TLS ? Security.TLS : Security.NONE;
        return of.security() == mode ? Optional.of(of) : of.twin().flatMap(this::find);
    }

    @Override
    public Transport load(String id) throws MailException {
        Transport transport = loaded.get(id);
        if (transport == null) {
            throw new MailException(new Failure.NoSuchTransport(id));
        }
        return transport;
    }

    @Override
    public List<String> problems() {
        return List.of();
    }
}
