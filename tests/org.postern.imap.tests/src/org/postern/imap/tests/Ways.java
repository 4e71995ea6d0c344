package org.postern.imap.tests;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postern.testing.Dovecot;
import org.postern.testing.DovecotSetup;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** Starts a Dovecot for each {@link Way}, once for all classes of a test run. */
final class Ways implements BeforeAllCallback {

    private static Running running;

    @Override
    public void beforeAll(ExtensionContext context) {
        running =
                context.getRoot()
                        .getStore(ExtensionContext.Namespace.create(Ways.class))
                        .getOrComputeIfAbsent(Running.class, type -> start(), Running.class);
    }

    static Dovecot server(Way way) {
        return running.servers().get(way);
    }

    private static Running start() {
        Map<Way, Dovecot> servers = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            servers.put(way, start(way));
        }
        return new Running(servers);
    }

    private static Dovecot start(Way way) {
        DovecotSetup setup = Dovecot.with().mailbox("Projects/Äpfel").mailbox("Target");
        if (!way.capabilities.isEmpty()) {
            setup.setting("imap_capability = " + way.capabilities);
        }
        try {
            return setup.start();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(way + " does not start", e);
        }
    }

    /** JUnit closes it after the last class. */
    private record Running(Map<Way, Dovecot> servers) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            for (Dovecot each : servers.values()) {
                each.close();
            }
        }
    }
}
