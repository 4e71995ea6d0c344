package org.postern.pop3.internal;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.net.Login;
import org.postern.transport.OpenRequest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Logs in by AUTH PLAIN (RFC 5034) or USER and PASS. APOP is not used: it rests on MD5 and makes
 * the server keep the password in clear.
 */
final class PopLogin {

    /** RFC 5034 §4: a longer initial response must wait for the server's go-ahead. */
    private static final int LONGEST_COMMAND = 255;

    private final PopWire wire;
    private final Abilities abilities;

    PopLogin(PopWire wire, Abilities abilities) {
        this.wire = wire;
        this.abilities = abilities;
    }

    Login login(OpenRequest request) throws WireException, MailException {
        refuseUnusable(request.user());
        if (abilities.known() && !abilities.has("USER") && !abilities.sasl("PLAIN")) {
            throw new MailException(new Failure.LoginDisabled(wire.peer(), ""));
        }
        try (Secret secret = request.credentials().secret()) {
            byte[] password = secret.utf8();
            try {
                refuseUnusable(password);
                check(
                        abilities.sasl("PLAIN")
                                ? plain(request.user(), password)
                                : user(request.user(), password));
                return new Login(abilities.sasl("PLAIN") ? "PLAIN" : "USER", true, false);
            } finally {
                Arrays.fill(password, (byte) 0);
            }
        }
    }

    private PopReply plain(String user, byte[] password) throws WireException {
        byte[] message =
                join(
                        new byte[] {0},
                        user.getBytes(StandardCharsets.UTF_8),
                        new byte[] {0},
                        password);
        byte[] encoded = Base64.getEncoder().encode(message);
        byte[] command = join("AUTH PLAIN ".getBytes(StandardCharsets.US_ASCII), encoded);
        try {
            return command.length + 2 <= LONGEST_COMMAND ? send(command) : sendLater(encoded);
        } finally {
            Arrays.fill(message, (byte) 0);
            Arrays.fill(encoded, (byte) 0);
            Arrays.fill(command, (byte) 0);
        }
    }

    private PopReply sendLater(byte[] encoded) throws WireException {
        wire.write("AUTH PLAIN");
        wire.flush();
        String line = wire.line();
        if (line.startsWith("+ ") || line.equals("+")) {
            return send(encoded);
        }
        return PopReply.parse(line)
                .filter(reply -> !reply.ok())
                .orElseThrow(
                        () ->
                                new WireException(
                                        new Failure.ProtocolError(
                                                wire.peer(), "no challenge for AUTH PLAIN", "")));
    }

    private PopReply user(String user, byte[] password) throws WireException {
        PopReply first = wire.ask("USER " + user);
        if (!first.ok()) {
            return first;
        }
        byte[] command = join("PASS ".getBytes(StandardCharsets.US_ASCII), password);
        try {
            return send(command);
        } finally {
            Arrays.fill(command, (byte) 0);
        }
    }

    private PopReply send(byte[] command) throws WireException {
        wire.write(command);
        wire.flush();
        return wire.reply();
    }

    /** The code tells a wrong password from a maildrop in use (RFC 2449 §8.1, RFC 3206). */
    private void check(PopReply reply) throws MailException {
        if (reply.ok()) {
            return;
        }
        throw new MailException(
                new Failure.LoginRejected(wire.peer(), PopSession.said(reply), reply.code()));
    }

    private static void refuseUnusable(String user) throws MailException {
        refuseUnusable(user.getBytes(StandardCharsets.UTF_8));
        if (user.isEmpty()) {
            throw new MailException(new Failure.BadSettings(Messages.text("user.missing")));
        }
    }

    private static void refuseUnusable(byte[] word) throws MailException {
        for (byte b : word) {
            if (b == '\r' || b == '\n' || b == 0) {
                throw new MailException(new Failure.BadSettings(Messages.text("login.lineBreak")));
            }
        }
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
