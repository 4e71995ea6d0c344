package org.postern.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A real Cyrus of one's own. Passwords lie in a SASL database, so that SCRAM works; PLAIN and LOGIN
 * work in clear as well.
 */
public final class Cyrus implements PeerRecipe {

    private static final TestUser JOE = Dovecot.JOE;

    private final PeerPackage files = PeerPackage.named("cyrus");

    private Cyrus() {}

    /**
     * Starts it and waits until it answers. The caller closes it.
     *
     * @throws IllegalStateException when Cyrus was not fetched
     */
    public static MailServer start() throws IOException, InterruptedException {
        return PeerServer.start(new Cyrus());
    }

    @Override
    public String name() {
        return "cyrus";
    }

    @Override
    public TestUser user() {
        return JOE;
    }

    @Override
    public void prepare(Path folder, PrivateUser owner, PeerPorts ports)
            throws IOException, InterruptedException {
        for (String each : List.of("state", "mail", "sieve")) {
            Files.createDirectory(folder.resolve(each));
        }
        TestCa.shared().sound().writeTo(folder);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("folder", folder.toString());
        values.put("user", owner.name());
        values.put("group", owner.group());
        values.put("programs", files.file("usr/lib/cyrus/bin").toString());
        ports.addTo(values);
        Files.writeString(folder.resolve("imapd.conf"), Template.fill("imapd.conf", values));
        Files.writeString(folder.resolve("cyrus.conf"), Template.fill("cyrus.conf", values));
        PeerTool.run(
                files.libraryPath(),
                JOE.password(),
                List.of(
                        files.file("usr/sbin/saslpasswd2").toString(),
                        "-p",
                        "-c",
                        "-f",
                        folder.resolve("sasldb").toString(),
                        "-u",
                        "localhost",
                        JOE.name()));
    }

    @Override
    public List<String> command(Path folder) throws IOException {
        return List.of(
                "env",
                "LD_LIBRARY_PATH=" + files.libraryPath(),
                "SASL_PATH=" + files.folder("usr/lib", "sasl2").orElse(folder),
                files.file("usr/lib/cyrus/bin/master").toString(),
                "-C",
                folder.resolve("imapd.conf").toString(),
                "-M",
                folder.resolve("cyrus.conf").toString(),
                "-p",
                folder.resolve("pid").toString());
    }
}
