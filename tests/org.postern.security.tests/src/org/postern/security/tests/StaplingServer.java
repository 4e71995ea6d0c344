package org.postern.security.tests;

import org.postern.testing.ServerIdentity;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** OpenSSL's server, which brings along the answer that it is given. */
final class StaplingServer implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("ACCEPT .*:([0-9]+)");

    private final Process process;
    private final int port;

    private StaplingServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * @param version as OpenSSL calls it: {@code -tls1_3}
     * @param answer empty brings none
     */
    static StaplingServer start(Path folder, String version, ServerIdentity identity, byte[] answer)
            throws IOException {
        identity.writeTo(folder);
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "openssl",
                                "s_server",
                                "-accept",
                                "127.0.0.1:0",
                                version,
                                "-cert",
                                "cert.pem",
                                "-cert_chain",
                                "cert.pem",
                                "-key",
                                "key.pem"));
        if (answer.length > 0) {
            Files.write(folder.resolve("answer.der"), answer);
            command.addAll(List.of("-status_file", "answer.der"));
        }
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        return new StaplingServer(process, port(process));
    }

    private static int port(Process process) throws IOException {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                return Integer.parseInt(ready.group(1));
            }
            all.append(line).append('\n');
        }
        throw new IOException("openssl did not start: " + all);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
