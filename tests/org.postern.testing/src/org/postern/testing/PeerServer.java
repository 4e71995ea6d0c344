package org.postern.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A server by a recipe: private, unprivileged, with its mail in a temporary folder. */
final class PeerServer implements MailServer {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 3;

    private final PeerRecipe recipe;
    private final PeerPorts ports;
    private final Path folder;
    private final ServerProcess process;

    private PeerServer(PeerRecipe recipe, PeerPorts ports)
            throws IOException, InterruptedException {
        this.recipe = recipe;
        this.ports = ports;
        folder = Files.createTempDirectory("pp");
        PrivateUser owner = PrivateUser.forOwnerOf(folder);
        recipe.prepare(folder, owner, ports);
        owner.own(folder);
        List<String> command = new ArrayList<>(owner.prefix());
        command.addAll(recipe.command(folder));
        process = new ServerProcess(command);
    }

    /** Waits until it answers; starts anew when somebody else took a port meanwhile. */
    static PeerServer start(PeerRecipe recipe) throws IOException, InterruptedException {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            PeerServer server = new PeerServer(recipe, PeerPorts.free());
            if (server.answers()) {
                return server;
            }
            server.close();
        }
        PeerServer server = new PeerServer(recipe, PeerPorts.free());
        Eventually.until(server::answersNow, LIMIT, server::explain);
        return server;
    }

    private boolean answers() {
        Eventually.until(() -> answersNow() || !process.running(), LIMIT, this::explain);
        return process.running();
    }

    private boolean answersNow() {
        return RawConnection.greets("127.0.0.1", ports.imap())
                && RawConnection.greets("127.0.0.1", ports.pop());
    }

    private String explain() {
        return recipe.name() + " answers. Its log:\n" + log();
    }

    @Override
    public int imapPort() {
        return ports.imap();
    }

    @Override
    public int imapsPort() {
        return ports.imaps();
    }

    @Override
    public int popPort() {
        return ports.pop();
    }

    @Override
    public int popsPort() {
        return ports.pops();
    }

    @Override
    public TestUser user() {
        return recipe.user();
    }

    @Override
    public String log() {
        return process.log();
    }

    @Override
    public void close() throws IOException {
        process.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public String toString() {
        return recipe.name();
    }
}
