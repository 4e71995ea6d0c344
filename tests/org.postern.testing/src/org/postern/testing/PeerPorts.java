package org.postern.testing;

import java.io.IOException;
import java.util.Map;

/** The ports of one server. All of them were free a moment ago. */
record PeerPorts(int imap, int imaps, int pop, int pops) {

    static PeerPorts free() throws IOException {
        int[] ports = FreePorts.find(4);
        return new PeerPorts(ports[0], ports[1], ports[2], ports[3]);
    }

    /** Under the names that the templates use. */
    void addTo(Map<String, String> values) {
        values.put("imap", Integer.toString(imap));
        values.put("imaps", Integer.toString(imaps));
        values.put("pop", Integer.toString(pop));
        values.put("pops", Integer.toString(pops));
    }
}
