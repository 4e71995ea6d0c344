package org.postern.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A real Courier of one's own; its TLS knows RSA certificates only. Two paths are compiled into its
 * authentication daemon; copies with paths of the same length below the server's folder let it run
 * without any privilege. The user that it wants to turn into is, for it alone, the one who runs it.
 */
public final class Courier implements PeerRecipe {

    private static final TestUser JOE = Dovecot.JOE;
    private static final String ETC = "tc/courier";
    private static final String RUN = "un/courier/authdaemon";

    private final PeerPackage files = PeerPackage.named("courier");

    private Courier() {}

    /**
     * Starts it and waits until it answers. The caller closes it.
     *
     * @throws IllegalStateException when Courier was not fetched
     */
    public static MailServer start() throws IOException, InterruptedException {
        return PeerServer.start(new Courier());
    }

    @Override
    public String name() {
        return "courier";
    }

    @Override
    public TestUser user() {
        return JOE;
    }

    @Override
    public void prepare(Path folder, PrivateUser owner, PeerPorts ports)
            throws IOException, InterruptedException {
        for (String each : List.of(ETC, RUN, "lib", "mail")) {
            Files.createDirectories(folder.resolve(each));
        }
        ServerIdentity identity = TestCa.shared().rsaIdentityFor("localhost");
        Files.writeString(
                folder.resolve("both.pem"), identity.keyPem() + identity.certificatesPem());
        relocate("usr/lib/libcourierauth.so.0", folder.resolve("lib/libcourierauth.so.0"));
        String users = "usr/lib/courier-authlib/libauthuserdb.so";
        relocate(users, folder.resolve("lib/libauthuserdb.so"));
        relocate(users, folder.resolve("lib/libauthuserdb.so.0"));
        String daemon = "usr/lib/courier/courier-authlib/authdaemond";
        relocate(daemon, folder.resolve("lib/authdaemond"));
        Map<String, String> values = new LinkedHashMap<>();
        values.put("folder", folder.toString());
        values.put("root", files.root().toString());
        values.put("libraries", folder.resolve("lib") + ":" + libraries());
        ports.addTo(values);
        Files.writeString(folder.resolve("courier.sh"), Template.fill("courier.sh", values));
        Files.writeString(
                folder.resolve(ETC).resolve("authdaemonrc"), Template.fill("authdaemonrc", values));
        owner.own(folder);
        writeUser(folder);
    }

    private String libraries() throws IOException {
        return files.root().resolve("usr/lib/courier-authlib") + ":" + files.libraryPath();
    }

    /** {@code /etc} becomes {@code ./tc}, {@code /run} becomes {@code ./un}. */
    private void relocate(String from, Path to) throws IOException {
        String program = new String(Files.readAllBytes(files.file(from)), ISO_8859_1);
        String moved =
                program.replace("/etc/courier/", "./tc/courier/")
                        .replace("/run/courier/a", "./un/courier/a");
        if (moved.equals(program)) {
            throw new IllegalStateException(from + " has other paths than expected");
        }
        Files.write(to, moved.getBytes(ISO_8859_1));
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void writeUser(Path folder) throws IOException, InterruptedException {
        Object user = Files.getAttribute(folder, "unix:uid");
        Object group = Files.getAttribute(folder, "unix:gid");
        Files.writeString(
                folder.resolve("passwd"), "courier:x:%s:%s::/:/bin/sh\n".formatted(user, group));
        Files.writeString(folder.resolve("group"), "courier:x:%s:\n".formatted(group));
        Path mail = folder.resolve("mail");
        String ids = "uid=%s|gid=%s".formatted(user, group);
        String home = "|home=%s|mail=%s/Maildir".formatted(mail, mail);
        String crypt =
                PeerTool.run(
                        "", JOE.password() + "\n", List.of("openssl", "passwd", "-6", "-stdin"));
        database(folder, "userdb", ids + home);
        database(folder, "userdbshadow", "systempw=" + crypt.strip());
    }

    private void database(Path folder, String name, String fields)
            throws IOException, InterruptedException {
        Path file = folder.resolve(ETC).resolve(name + ".dat");
        PeerTool.run(
                libraries(),
                JOE.name() + "\t" + fields + "\n.\n",
                List.of(
                        files.file("usr/lib/courier/courier-authlib/makedatprog").toString(),
                        "-",
                        file + ".tmp",
                        file.toString()));
    }

    @Override
    public List<String> command(Path folder) {
        return List.of("/bin/sh", folder.resolve("courier.sh").toString());
    }
}
