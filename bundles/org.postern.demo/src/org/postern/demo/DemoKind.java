package org.postern.demo;

/** How an account of the demo server is meant to be reached. */
public enum DemoKind {
    /** IMAP in clear (STARTTLS is offered). */
    IMAP("imap"),
    /** IMAP inside TLS from the first byte. */
    IMAPS("imaps"),
    /** POP3 in clear (STLS is offered). */
    POP("pop"),
    /** POP3 inside TLS from the first byte. */
    POPS("pops"),
    /** Set up wrongly on purpose: TLS is asked for on the port that speaks plain IMAP. */
    IMAPS_ON_PLAIN_PORT("imaps");

    private final String transport;

    DemoKind(String transport) {
        this.transport = transport;
    }

    /**
     * The id of the transport to set the account up with.
     *
     * @return never empty
     */
    public String transport() {
        return transport;
    }
}
