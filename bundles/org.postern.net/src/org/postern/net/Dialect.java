package org.postern.net;

import org.postern.core.Speaks;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the Connector must know of a line protocol in which the server speaks first: how its
 * greeting looks and how the clear connection is upgraded. It is data, so that no provider's code
 * touches the clear stream.
 *
 * @param name what the protocol is called in messages: {@code IMAP}
 * @param protocol the protocol family, as the transport's extension names it; policies hear it
 * @param speaks what its greeting is recognised as; {@link Speaks#SOMETHING_ELSE} for a protocol
 *     that Postern has no name for
 * @param greets whether a first line (without line end) is a greeting of this protocol, also an
 *     unfriendly one
 * @param refuses whether a first line is a greeting that ends the session (an IMAP BYE, a POP3
 *     -ERR)
 * @param preAuthenticated whether a first line says that the session is logged in already
 * @param upgrade how TLS is started in a clear session; empty when the protocol cannot
 */
public record Dialect(
        String name,
        String protocol,
        Speaks speaks,
        Predicate<String> greets,
        Predicate<String> refuses,
        Predicate<String> preAuthenticated,
        Optional<Upgrade> upgrade) {

    /**
     * The upgrade's dialogue. Both questions are sent as one line each; the answer to the first is
     * read to its end and then thrown away, but for whether the offer stood in it.
     *
     * @param ask the line that asks for capabilities, without line end
     * @param complete whether a line ends the answer to {@code ask}
     * @param offers whether a line of that answer offers the upgrade
     * @param start the line that starts TLS
     * @param accepts whether the answer to {@code start} lets TLS begin; every other line refuses
     * @param passes whether a line may come before the answer to {@code start} and is thrown away
     *     (untagged IMAP data, but not an untagged OK that looks like the answer)
     * @param ends whether a line, wherever it comes, says that the server hangs up (an IMAP BYE)
     */
    public record Upgrade(
            String ask,
            Predicate<String> complete,
            Predicate<String> offers,
            String start,
            Predicate<String> accepts,
            Predicate<String> passes,
            Predicate<String> ends) {

        public Upgrade {
            Objects.requireNonNull(ask, "ask");
            Objects.requireNonNull(complete, "complete");
            Objects.requireNonNull(offers, "offers");
            Objects.requireNonNull(start, "start");
            Objects.requireNonNull(accepts, "accepts");
            Objects.requireNonNull(passes, "passes");
            Objects.requireNonNull(ends, "ends");
        }
    }

    public Dialect {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(speaks, "speaks");
        Objects.requireNonNull(greets, "greets");
        Objects.requireNonNull(refuses, "refuses");
        Objects.requireNonNull(preAuthenticated, "preAuthenticated");
        Objects.requireNonNull(upgrade, "upgrade");
    }
}
