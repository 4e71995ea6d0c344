package org.postern.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the files that a private, unprivileged Dovecot 2.3 reads. */
final class DovecotConfig {
    private static final String TEMPLATE =
            """
            protocols = imap pop3
            listen = @address@
            base_dir = @folder@/run
            state_dir = @folder@/state
            default_internal_user = @user@
            default_internal_group = @group@
            default_login_user = @user@
            first_valid_uid = 1
            first_valid_gid = 1
            log_path = /dev/stderr
            auth_failure_delay = 0 secs
            auth_mechanisms = plain login
            disable_plaintext_auth = no
            mail_fsync = never
            mail_location = @location@
            mail_max_userip_connections = 100
            protocol imap {
              mail_plugins = zlib imap_zlib
            }
            namespace inbox {
              inbox = yes
            @mailboxes@}
            passdb {
              driver = passwd-file
              args = @folder@/users
            }
            userdb {
              driver = static
              args = uid=@user@ gid=@group@ home=@folder@/mail/%u
            }
            service anvil {
              chroot =
              unix_listener anvil-auth-penalty {
                mode = 0
              }
            }
            service stats {
              chroot =
            }
            service imap-login {
              chroot =
              service_count = 0
            @imap@}
            service pop3-login {
              chroot =
              service_count = 0
            @pop3@}
            @tls@
            @settings@
            """;

    private static final String TLS =
            """
            ssl = %2$s
            ssl_cert = <%1$s/cert.pem
            ssl_key = <%1$s/key.pem
            ssl_min_protocol = %3$s
            ssl_cipher_list = ALL:!aNULL:!eNULL@SECLEVEL=%4$d
            import_environment = OPENSSL_CONF=%1$s/openssl.cnf
            """;

    /** The only way to tell Dovecot 2.3 the newest protocol to speak. */
    private static final String OPENSSL =
            """
            openssl_conf = all
            [all]
            ssl_conf = ssl
            [ssl]
            system_default = limits
            [limits]
            CipherString = DEFAULT@SECLEVEL=%d
            MinProtocol = %s
            MaxProtocol = %s
            """;

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

    private String text(DovecotPorts ports) {
        Map<String, String> values =
                Map.of(
                        "folder", folder.toString(),
                        "user", owner.name(),
                        "group", owner.group(),
                        "location", setup.location(),
                        "mailboxes", mailboxes(),
                        "imap",
                                listeners(
                                        "imap", ports.imap(), ports.imaps(), ports.imapsInClear()),
                        "pop3",
                                listeners(
                                        "pop3", ports.pop3(), ports.pop3s(), ports.pop3sInClear()),
                        "tls", tls(),
                        "address", setup.address(),
                        "settings", String.join("\n", setup.settings()));
        String text = TEMPLATE;
        for (var value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        return text;
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

    /** Security level 0 lets OpenSSL load SHA-1 certificates and speak old protocols. */
    private String tls() {
        String minimum = setup.oldTls() ? "TLSv1" : "TLSv1.2";
        return TLS.formatted(folder, setup.tls().setting(), minimum, 0);
    }

    private String openssl() {
        String minimum = setup.oldTls() ? "TLSv1" : "TLSv1.2";
        String maximum = setup.oldTls() ? "TLSv1.1" : "TLSv1.3";
        return OPENSSL.formatted(0, minimum, maximum);
    }
}
