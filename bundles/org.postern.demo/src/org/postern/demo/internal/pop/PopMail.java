package org.postern.demo.internal.pop;

import org.postern.demo.internal.net.Wire;

import java.io.IOException;
import java.util.function.IntFunction;

/** The commands of the TRANSACTION state, RFC 1939 sections 5 and 7. */
final class PopMail {
    private final Wire wire;
    private final Maildrop drop;

    PopMail(Wire wire, Maildrop drop) {
        this.wire = wire;
        this.drop = drop;
    }

    void obey(String verb, String rest) throws IOException {
        switch (verb) {
            case "STAT" -> wire.line("+OK " + drop.numbers().size() + " " + drop.octets());
            case "LIST" -> list(rest, number -> String.valueOf(drop.bytes(number).length));
            case "UIDL" -> list(rest, drop::uniqueId);
            case "RETR" -> send(number(rest), Long.MAX_VALUE);
            case "TOP" -> top(rest.strip().split(" +"));
            case "DELE" -> delete(number(rest));
            case "RSET" -> reset();
            case "NOOP" -> wire.line("+OK");
            default -> throw new PopRefusal("Unknown command");
        }
    }

    void update() {
        drop.update();
    }

    private int number(String text) {
        boolean digits = text.strip().matches("\\d{1,9}");
        if (!digits || !drop.has(Integer.parseInt(text.strip()))) {
            throw new PopRefusal("No such message");
        }
        return Integer.parseInt(text.strip());
    }

    private void list(String rest, IntFunction<String> fact) throws IOException {
        if (!rest.isBlank()) {
            int number = number(rest);
            wire.line("+OK " + number + " " + fact.apply(number));
            return;
        }
        wire.line("+OK " + drop.numbers().size() + " messages");
        for (int number : drop.numbers()) {
            wire.line(number + " " + fact.apply(number));
        }
        wire.line(".");
    }

    private void top(String[] words) throws IOException {
        if (words.length != 2 || !words[1].matches("\\d{1,9}")) {
            throw new PopRefusal("TOP needs a message and a number of lines");
        }
        send(number(words[0]), Long.parseLong(words[1]));
    }

    private void send(int number, long bodyLines) throws IOException {
        byte[] bytes = drop.bytes(number);
        wire.line("+OK " + bytes.length + " octets");
        wire.bytes(DotStuffed.of(bytes, drop.bodyStart(number), bodyLines)).line(".");
    }

    private void delete(int number) throws IOException {
        drop.delete(number);
        wire.line("+OK Message " + number + " goes when you QUIT");
    }

    private void reset() throws IOException {
        drop.reset();
        wire.line("+OK " + drop.numbers().size() + " messages");
    }
}
