package org.postern.testing;

import java.io.IOException;

/** The ports of one Dovecot. All of them were free a moment ago. */
record DovecotPorts(int imap, int imaps, int imapsInClear, int pop3, int pop3s, int pop3sInClear) {

    static DovecotPorts free() throws IOException {
        int[] ports = FreePorts.find(6);
        return new DovecotPorts(ports[0], ports[1], ports[2], ports[3], ports[4], ports[5]);
    }
}
