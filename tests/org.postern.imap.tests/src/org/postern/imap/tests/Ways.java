package org.postern.imap.tests;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postern.testing.Dovecot;
import org.postern.testing.DovecotSetup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/** Starts a Dovecot for each {@link Way}, once for all classes of a test run. */
final class Ways implements BeforeAllCallback {

    private static Running running;

    /** A launcher may run each class by itself: the end of the process is the end of them. */
    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        if (running == null) {
            running = start();
            Runtime.getRuntime().addShutdownHook(new Thread(Ways::stop));
        }
    }

    private static void stop() {
        try {
            running.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private record Running(Map<Way, Dovecot> servers) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            for (Dovecot each : servers.values()) {
                each.close();
            }
        }
    }
}
