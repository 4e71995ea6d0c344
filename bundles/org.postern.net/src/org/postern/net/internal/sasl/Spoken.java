package org.postern.net.internal.sasl;

import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Text;
import org.postern.net.sasl.Mechanism;
import org.postern.net.sasl.Redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What all mechanisms have in common: a name, a peer and something to wipe. */
abstract class Spoken implements Mechanism {

    private final String name;
    private final Endpoint peer;
    private final List<byte[]> wiped = new ArrayList<>();
    private final List<byte[]> forms = new ArrayList<>();

    Spoken(String name, Endpoint peer) {
        this.name = name;
        this.peer = peer;
    }

    /** Remembers it for {@link #close()}. */
    final byte[] wipedLater(byte[] bytes) {
        wiped.add(bytes);
        return bytes;
    }

    /** Remembers it, too, and keeps it out of what the server says, quoted or in base64. */
    final byte[] hidden(byte[] bytes) {
        forms.add(wipedLater(bytes));
        forms.add(wipedLater(Redaction.escaped(bytes)));
        forms.add(wipedLater(Base64.getEncoder().encode(bytes)));
        return bytes;
    }

    @Override
    public final String name() {
        return name;
    }

    final Endpoint peer() {
        return peer;
    }

    final MailException unasked() {
        return new MailException(
                new Failure.ProtocolError(peer, "a challenge too many for " + name, ""));
    }

    @Override
    public Failure refused(String said, Optional<String> code) {
        return new Failure.LoginRejected(peer, Text.visible(redacted(said)), code);
    }

    @Override
    public final String redacted(String text) {
        return Redaction.without(text, forms);
    }

    @Override
    public final void close() {
        wiped.forEach(bytes -> Arrays.fill(bytes, (byte) 0));
        forms.clear();
    }

    /** One array of all; the parts stay as they are. */
    static byte[] joined(byte[]... parts) {
        byte[] whole = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
