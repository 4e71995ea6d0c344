package org.postern.imap.internal.session;

import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.Step;
import org.postern.core.Text;
import org.postern.imap.internal.response.Completion;
import org.postern.imap.internal.response.Condition;
import org.postern.imap.internal.response.ResponseCode;
import org.postern.imap.internal.wire.Garbled;
import org.postern.imap.internal.wire.LimitReached;
import org.postern.net.ConnectionException;
import org.postern.net.Timeouts;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Turns what broke on the wire into facts. Knows no secret and lets none through. */
final class Failures {

    private static final String QUOTED = "\"[^\"]*\"?";

    private final Endpoint peer;
    private final Timeouts timeouts;
    private Step step = Step.LOGIN;
    private UnaryOperator<String> redaction = UnaryOperator.identity();
    private String lastWords = "";

    Failures(Endpoint peer, Timeouts timeouts) {
        this.peer = peer;
        this.timeouts = timeouts;
    }

    Endpoint peer() {
        return peer;
    }

    void step(Step now) {
        step = now;
    }

    /** What to do to text from the server before it is shown: it may echo a password. */
    void redact(UnaryOperator<String> by) {
        redaction = by;
    }

    /** What the server said in its BYE. */
    void lastWords(Condition bye) {
        lastWords = said(coded(bye.code(), bye.text()));
    }

    /** Text from the server fit to be shown. */
    String said(String text) {
        return Text.visible(redaction.apply(text));
    }

    /**
     * @param line how the response began that was being read
     */
    Failure of(IOException broken, String line) {
        return switch (broken) {
            case Garbled garbled ->
                    new Failure.ProtocolError(peer, garbled.getMessage(), cut(line));
            case ConnectionException known -> known.failure();
            case LimitReached limit -> new Failure.LimitExceeded(peer, limit.getMessage());
            case SocketTimeoutException late -> new Failure.TimedOut(peer, step, timeouts.read());
            case EOFException end -> new Failure.Closed(peer, step, lastWords);
            default -> new Failure.Broken(peer, step, said(String.valueOf(broken.getMessage())));
        };
    }

    private String cut(String line) {
        String text =
                new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return said(redaction.apply(text).replaceAll(QUOTED, "\"…\""));
    }

    /** With the response code, which says more than words (RFC 5530). */
    Failure refused(String command, Completion completion) {
        return refused(command, coded(completion.code(), completion.text()));
    }

    private static String coded(Optional<ResponseCode> code, String text) {
        return code.map(known -> "[" + known.name() + "] ").orElse("") + text;
    }

    Failure refused(String command, String text) {
        return new Failure.CommandRefused(peer, command, said(text));
    }
}
