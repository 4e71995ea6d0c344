package org.postern.bench;

import org.postern.testing.Dovecot;

import java.io.IOException;

/** A real server with a mailbox of many messages in it. */
final class Mail implements AutoCloseable {

    private final Dovecot server;
    private final int messages;

    private Mail(Dovecot server, int messages) {
        this.server = server;
        this.messages = messages;
    }

    static Mail of(Corpus corpus, int messages) throws IOException, InterruptedException {
        return of(corpus, messages, "mail_max_userip_connections = 50");
    }

    /**
     * @param setting a line of the server's configuration
     */
    static Mail of(Corpus corpus, int messages, String setting)
            throws IOException, InterruptedException {
        Dovecot server = Dovecot.with().onlyInbox().setting(setting).start();
        MailMaker maker = new MailMaker(corpus);
        try (Filler filler =
                new Filler("127.0.0.1", server.imapPort(), user(server), password(server))) {
            filler.fill("INBOX", maker, 0, messages);
        }
        return new Mail(server, messages);
    }

    private static String user(Dovecot server) {
        return server.user().name();
    }

    private static String password(Dovecot server) {
        return server.user().password();
    }

    Dovecot server() {
        return server;
    }

    int messages() {
        return messages;
    }

    RawReader reader() throws IOException {
        return new RawReader("localhost", server.imapsPort(), user(server), password(server));
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
