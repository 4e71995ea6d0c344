package org.postern.testing;

import java.io.IOException;

import javax.net.ssl.SSLContext;

/** The steps of a script that are about TLS. */
final class TlsSteps {
    private TlsSteps() {}

    static Step.Action handshake(ServerIdentity identity, String... protocols) {
        SSLContext context = identity.serverContext();
        return conversation -> conversation.wire().startTls(context, protocols);
    }

    /** Passes when the handshake breaks, or when the client leaves before its first byte. */
    static Step.Action refusal(ServerIdentity identity, String... protocols) {
        SSLContext context = identity.serverContext();
        return conversation -> {
            if (completes(conversation, context, protocols)) {
                requireSilence(conversation);
            }
        };
    }

    private static boolean completes(
            Conversation conversation, SSLContext context, String... protocols) {
        try {
            conversation.wire().startTls(context, protocols);
            return true;
        } catch (IOException e) {
            conversation.ended(e);
            return false;
        }
    }

    private static void requireSilence(Conversation conversation) throws IOException {
        String line = conversation.lineUntilClosed();
        if (!line.isEmpty()) {
            throw new ScriptMismatch(
                    "C accepted the certificate and sent: " + Conversation.strip(line));
        }
    }

    static Step.Action versionAlert() {
        return conversation -> {
            TlsRecords.readClientHello(conversation.wire());
            conversation.sendBytes(TlsRecords.protocolVersionAlert());
        };
    }
}
