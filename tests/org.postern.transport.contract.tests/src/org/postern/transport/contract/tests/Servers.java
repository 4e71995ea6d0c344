package org.postern.transport.contract.tests;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postern.demo.DemoServer;
import org.postern.testing.Dovecot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Starts one demo server and one Dovecot for all classes of a test run, and stops them at its end.
 */
final class Servers implements BeforeAllCallback {

    private static Running running;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        running =
                context.getRoot()
                        .getStore(ExtensionContext.Namespace.create(Servers.class))
                        .getOrComputeIfAbsent(Running.class, type -> start(), Running.class);
    }

    static Place demo() {
        return running.demo();
    }

    static Place dovecot() {
        return running.dovecot();
    }

    private static Running start() {
        try {
            Path folder = Files.createTempDirectory("postern-demo");
            return new Running(
                    folder,
                    DemoPlace.of(DemoServer.start(folder)),
                    new DovecotPlace(Dovecot.start()));
        } catch (Exception e) {
            throw new IllegalStateException("the servers do not start", e);
        }
    }

    /** JUnit closes it after the last class. */
    private record Running(Path folder, DemoPlace demo, DovecotPlace dovecot)
            implements AutoCloseable {

        @Override
        public void close() throws IOException {
            dovecot.close();
            demo.close();
            Files.delete(demo.server().caCertificate());
            Files.delete(folder);
        }
    }
}
