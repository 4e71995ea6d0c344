package org.postern.pop3.internal;

import org.postern.core.Failure;
import org.postern.core.Text;
import org.postern.transport.RemoteId;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which messages a maildrop holds, by the ids that last over sessions. Ordered as the server
 * numbers them, oldest first.
 *
 * @param byId message numbers
 * @param sizes bytes by number, as LIST tells them
 */
record Maildrop(Map<RemoteId, Integer> byId, Map<Integer, Long> sizes) {

    /**
     * RFC 1939 §7: 1 to 70 printable characters. Some servers send longer ones; a blank would break
     * the token.
     */
    private static final Pattern NAME = entry("[\\x21-\\x7e]{1,512}");

    private static final Pattern SIZE = entry("[0-9]{1,18}");

    private static Pattern entry(String second) {
        return Pattern.compile("(?s)\\s*([0-9]{1,9})\\s+(" + second + ")(?:\\s.*)?");
    }

    static Maildrop read(PopWire wire, Abilities abilities) throws WireException {
        boolean both = abilities.has("UIDL") && abilities.has("PIPELINING");
        wire.write("LIST");
        if (both) {
            wire.write("UIDL");
        }
        wire.flush();
        Map<Integer, Long> sizes = sizes(wire);
        if (!both && abilities.mayHave("UIDL")) {
            wire.write("UIDL");
            wire.flush();
        }
        Map<Integer, String> ids = abilities.mayHave("UIDL") ? uidl(wire).orElse(null) : null;
        if (ids == null) {
            ids = HeaderHashes.read(wire, abilities, sizes);
        }
        return new Maildrop(distinct(ids), sizes);
    }

    long size(int number) {
        return sizes.getOrDefault(number, 0L);
    }

    private static Map<Integer, Long> sizes(PopWire wire) throws WireException {
        PopReply reply = wire.reply();
        if (!reply.ok()) {
            throw refused(wire, "LIST", reply);
        }
        Map<Integer, Long> sizes = new LinkedHashMap<>();
        entries(wire, SIZE, (number, size) -> sizes.put(number, Long.valueOf(size)));
        return sizes;
    }

    private static Optional<Map<Integer, String>> uidl(PopWire wire) throws WireException {
        if (!wire.reply().ok()) {
            return Optional.empty();
        }
        Map<Integer, String> ids = new LinkedHashMap<>();
        entries(wire, NAME, ids::put);
        return Optional.of(ids);
    }

    private static void entries(PopWire wire, Pattern form, BiConsumer<Integer, String> taker)
            throws WireException {
        int count = 0;
        long bytes = 0;
        for (Optional<String> line = wire.listLine(); line.isPresent(); line = wire.listLine()) {
            bytes += line.get().length();
            if (++count > wire.limits().messages()) {
                throw wire.exceeded(wire.limits().messages() + " messages");
            }
            if (bytes > wire.limits().list()) {
                throw wire.exceeded(wire.limits().list() + " bytes in a list");
            }
            Matcher entry = entry(wire, line.get(), form);
            taker.accept(Integer.valueOf(entry.group(1)), entry.group(2));
        }
    }

    private static Matcher entry(PopWire wire, String line, Pattern form) throws WireException {
        Matcher entry = form.matcher(line);
        if (!entry.matches()) {
            throw new WireException(
                    new Failure.ProtocolError(wire.peer(), "a list entry", Text.visible(line)));
        }
        return entry;
    }

    /**
     * Servers that give equal messages one id (RFC 1939 §7 lets them) would lose all but one of
     * them.
     */
    static Map<RemoteId, Integer> distinct(Map<Integer, String> ids) {
        Map<RemoteId, Integer> numbers = new LinkedHashMap<>();
        Map<String, Integer> copies = new HashMap<>();
        ids.forEach(
                (number, id) -> {
                    RemoteId remote = new RemoteId(id);
                    while (numbers.containsKey(remote)) {
                        remote = new RemoteId(id + "~" + (1 + copies.merge(id, 1, Integer::sum)));
                    }
                    numbers.put(remote, number);
                });
        return numbers;
    }

    static WireException refused(PopWire wire, String command, PopReply reply) {
        return new WireException(
                new Failure.CommandRefused(wire.peer(), command, PopSession.said(reply)));
    }
}
