package org.postern.net.internal.sasl;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Objects;

/**
 * What a client says of channel binding before anything else (RFC 5802 §6, §7).
 *
 * @param header of the first message
 * @param data that is bound to; empty where nothing is
 * @param only whether nothing else will be tried
 */
public record Gs2(String header, byte[] data, boolean only) {

    /** The client cannot bind. */
    public static final Gs2 UNABLE = new Gs2("n,,", new byte[0], false);

    /**
     * The client could bind and heard of no server that can: one that can sees by this that
     * somebody in between took its offer away.
     */
    public static final Gs2 NOT_OFFERED = new Gs2("y,,", new byte[0], false);

    public Gs2 {
        Objects.requireNonNull(header, "header");
        data = data.clone();
    }

    /** The client binds. */
    public static Gs2 bound(ChannelBinding to, boolean only) {
        return new Gs2("p=" + to.type() + ",,", to.data(), only);
    }

    boolean isBound() {
        return data.length > 0;
    }

    /** cbind-input, which the proof covers. */
    byte[] input() {
        return Spoken.joined(header.getBytes(US_ASCII), data);
    }
}
