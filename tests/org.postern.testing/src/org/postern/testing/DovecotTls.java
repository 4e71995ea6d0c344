package org.postern.testing;

/** How a Dovecot treats TLS. */
enum DovecotTls {
    /** TLS ports, and STARTTLS offered on the others, where a login in clear works as well. */
    OFFERED("yes"),
    /** No login in clear: LOGINDISABLED until STARTTLS. */
    REQUIRED("required"),
    /** No TLS at all. */
    OFF("no");

    private final String setting;

    DovecotTls(String setting) {
        this.setting = setting;
    }

    String setting() {
        return setting;
    }
}
