package org.postern.demo.internal.imap;

import java.io.IOException;

/** ENABLE, RFC 5161; unknown names are passed over in silence. */
final class Enable implements Verb {
    @Override
    public Answer run(ImapSession session, Args args) throws IOException {
        StringBuilder enabled = new StringBuilder("ENABLED");
        while (!args.atEnd()) {
            String name = args.space().word();
            for (Feature feature : Feature.values()) {
                if (feature.wireName().equals(name) && !session.has(feature)) {
                    session.enable(feature);
                    enabled.append(' ').append(name);
                }
            }
        }
        session.untagged(enabled.toString());
        return Answer.ok("ENABLE completed");
    }
}
