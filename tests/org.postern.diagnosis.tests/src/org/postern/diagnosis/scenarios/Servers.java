package org.postern.diagnosis.scenarios;

import org.postern.diagnosis.Diagnosis;
import org.postern.diagnosis.Mend;
import org.postern.testing.Script;
import org.postern.testing.ScriptedServer;
import org.postern.testing.ServerIdentity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Servers of one kind or another. Each serves every connection alike. */
final class Servers {

    private static final String READY = "* OK [CAPABILITY IMAP4rev1] ready";

    private Servers() {}

    /** Comes as far as the login. */
    static Script imapOverTls() {
        return ScriptedServer.tls().send(READY).expectClose().forEveryConnection();
    }

    static Script imapOverTls(ServerIdentity identity) {
        return ScriptedServer.tls(identity).send(READY).expectClose().forEveryConnection();
    }

    /** Without STARTTLS. */
    static Script imapInClear() {
        return ScriptedServer.plain()
                .send(READY)
                .expect("{tag} CAPABILITY")
                .send("* CAPABILITY IMAP4rev1", "{tag} OK done")
                .expectClose()
                .forEveryConnection();
    }

    /** Says one thing and listens. */
    static Script says(String line) {
        return ScriptedServer.plain().send(line).hang().forEveryConnection();
    }

    /** Lets somebody log in, and answers so. */
    static Script imapLogin(String answer) {
        return ScriptedServer.tls()
                .send(READY)
                .expect("{tag} LOGIN {rest...}")
                .send("{tag} " + answer)
                .forEveryConnection();
    }

    static Script popLogin(String answer) {
        return ScriptedServer.tls()
                .send("+OK ready")
                .whenever("CAPA", "+OK", "USER", ".")
                .expect("USER {rest...}")
                .send("+OK")
                .expect("PASS {rest...}")
                .send(answer)
                .forEveryConnection();
    }

    static List<String> labels(Diagnosis diagnosis) {
        return diagnosis.mends().stream().map(Mend::label).toList();
    }

    /** Of the block for documentation (RFC 3849), which nobody routes. */
    static InetAddress unroutable() throws UnknownHostException {
        return InetAddress.getByName("2001:db8::1");
    }
}
