package org.postern.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A server program and all its children. It ends with {@link #close()}, and also when this JVM is
 * killed: a shell in between waits for the end of its input, which only a living JVM keeps open. It
 * has a session of its own, because Cyrus ends by ending all of its process group.
 */
final class ServerProcess implements AutoCloseable {
    private static final String GUARD =
            """
            exec 3<&0
            setsid -- "$@" 3<&- </dev/null & server=$!
            { read -r _ <&3; kill -KILL -$server || kill -KILL $server; } & guard=$!
            exec 3<&-
            wait $server; status=$?
            kill $guard 2>/dev/null
            exit $status
            """;
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Process process;
    private final Recording log = new Recording();
    private final Thread reader;

    ServerProcess(List<String> command) throws IOException {
        List<String> guarded = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, "guard"));
        guarded.addAll(command);
        process = new ProcessBuilder(guarded).redirectErrorStream(true).start();
        reader = Thread.ofPlatform().daemon().name("log of " + command.getLast()).start(this::read);
    }

    private void read() {
        try (InputStream output = process.getInputStream()) {
            int octet = output.read();
            while (octet >= 0) {
                log.add(octet);
                octet = output.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The log of a server broke off", e);
        }
    }

    boolean running() {
        return process.isAlive();
    }

    /** All that it has printed so far. */
    String log() {
        return log.text();
    }

    /**
     * Kills the server and its group at once, so that it starts no more children, and then those
     * that have left the group. It is not asked first: Dovecot takes a second to say goodbye, and
     * there are hundreds of servers.
     */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        process.getOutputStream().close();
        Eventually.holds(() -> !process.isAlive(), GRACE);
        process.descendants().forEach(all::add);
        all.forEach(ProcessHandle::destroyForcibly);
        Eventually.until(() -> !process.isAlive(), LIMIT, "the guard of a server ends");
        Eventually.until(() -> all.stream().noneMatch(ServerProcess::lives), LIMIT, "all end");
        Threads.join(reader);
    }

    /** A dead process that nobody has waited for yet counts as alive, but has no command. */
    private static boolean lives(ProcessHandle handle) {
        return handle.isAlive() && handle.info().command().isPresent();
    }
}
