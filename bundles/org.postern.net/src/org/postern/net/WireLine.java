package org.postern.net;

import org.postern.core.AccountId;
import org.postern.core.Endpoint;

import java.time.Instant;

/**
 * A line of a wire log, redacted before it was kept: no password, token, SASL exchange or message
 * content is in it.
 *
 * @param number counts up over all lines
 * @param connection tells connections apart, from 1
 * @param text visible text, cut when it was long
 */
public record WireLine(
        long number,
        Instant at,
        AccountId account,
        Endpoint peer,
        long connection,
        Direction direction,
        String text) {

    /** Who spoke. */
    public enum Direction {
        SENT,
        RECEIVED,
        /** Nobody: something about the connection itself. */
        NOTE
    }
}
