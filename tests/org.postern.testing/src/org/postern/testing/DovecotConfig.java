package org.postern.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the files that a private, unprivileged Dovecot 2.3 reads. */
final class DovecotConfig {
    private final DovecotSetup setup;
    private final Path folder;
    private final PrivateUser owner;

    DovecotConfig(DovecotSetup setup, Path folder, PrivateUser owner) {
        this.setup = setup;
        this.folder = folder;
        this.owner = owner;
    }

    /** Makes folders and files, then gives them to the user who runs the server. */
    Path write(DovecotPorts ports) throws IOException {
        for (String name : List.of("run", "state", "mail")) {
            Files.createDirectories(folder.resolve(name));
        }
        setup.identity().writeTo(folder);
        Files.writeString(folder.resolve("users"), users());
        Files.writeString(folder.resolve("openssl.cnf"), openssl());
        Path file = Files.writeString(folder.resolve("dovecot.conf"), text(ports));
        owner.own(folder);
        return file;
    }

    private String text(DovecotPorts ports) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("folder", folder.toString());
        values.put("user", owner.name());
        values.put("group", owner.group());
        values.put("address", setup.address());
        values.put("location", setup.location());
        values.put("mailboxes", mailboxes());
        values.put("imap", listeners("imap", ports.imap(), ports.imaps(), ports.imapsInClear()));
        values.put("pop3", listeners("pop3", ports.pop3(), ports.pop3s(), ports.pop3sInClear()));
        values.put("tls", setup.tls().setting());
        values.put("minimum", setup.versions().getFirst());
        values.put("settings", String.join("\n", setup.settings()) + "\n" + clientCertificates());
        return Template.fill("dovecot.conf", values);
    }

    private String clientCertificates() throws IOException {
        if (!setup.asksForCertificates()) {
            return "";
        }
        TestCa ca = TestCa.shared();
        Path file = folder.resolve("ca.pem");
        Files.writeString(file, Pem.of(ca.root()) + Pem.of(ca.intermediate()));
        return Template.fill("dovecot-external.conf", Map.of("file", file.toString()));
    }

    private String openssl() throws IOException {
        Map<String, String> limits =
                Map.of(
                        "minimum", setup.versions().getFirst(),
                        "maximum", setup.versions().getLast());
        return Template.fill("openssl.cnf", limits);
    }

    private String users() {
        return setup.users().stream().map(DovecotConfig::user).collect(Collectors.joining());
    }

    private static String user(TestUser user) {
        byte[] password = user.password().getBytes(UTF_8);
        return user.name() + ":{PLAIN.b64}" + Base64.getEncoder().encodeToString(password) + "\n";
    }

    private String mailboxes() {
        return setup.mailboxes().entrySet().stream()
                .map(each -> mailbox(each.getKey(), each.getValue()))
                .collect(Collectors.joining());
    }

    private static String mailbox(String name, String specialUse) {
        String use = specialUse.isEmpty() ? "" : "    special_use = " + specialUse + "\n";
        return "  mailbox \"%s\" {\n    auto = subscribe\n%s  }\n".formatted(name, use);
    }

    private String listeners(String name, int plain, int tls, int clear) {
        String secured = setup.tls() == DovecotTls.OFF ? "" : listener(name + "s", tls, "yes");
        return listener(name, plain, "no") + secured + listener(name + "s_in_clear", clear, "no");
    }

    private static String listener(String name, int port, String ssl) {
        return "  inet_listener %s {\n    port = %d\n    ssl = %s\n  }\n"
                .formatted(name, port, ssl);
    }
}
