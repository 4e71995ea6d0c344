package org.postern.net.internal.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Text;
import org.postern.net.Login;

import java.util.Optional;

/** An OAuth 2 access token by OAUTHBEARER (RFC 7628) or by its forerunner XOAUTH2. */
public final class Bearer extends Spoken {

    private static final byte[] END = {1, 1};

    private final byte[] message;
    private final byte[] dummy;
    private String trouble = "";
    private boolean asked;

    private Bearer(String name, Endpoint peer, String before, byte[] token, byte[] dummy) {
        super(name, peer);
        hidden(token);
        byte[] start = (before + "auth=Bearer ").getBytes(UTF_8);
        this.message = hidden(joined(start, token, END));
        this.dummy = dummy;
    }

    /**
     * RFC 7628 §3.1, §4.1: with user, host and port; an error is answered by a single ^A.
     *
     * @param user sound by {@link SaslName}
     * @param token wiped with this mechanism
     */
    public static Bearer oauth(Endpoint peer, String user, byte[] token) {
        String before =
                "n,a=%s,\1host=%s\1port=%d\1"
                        .formatted(SaslName.escaped(user), peer.host(), peer.port().number());
        return new Bearer("OAUTHBEARER", peer, before, token, new byte[] {1});
    }

    /** As Google and Microsoft describe it; an error is answered by nothing at all. */
    public static Bearer xoauth2(Endpoint peer, String user, byte[] token) {
        return new Bearer("XOAUTH2", peer, "user=" + user + "\1", token, new byte[0]);
    }

    @Override
    public Optional<byte[]> first() {
        return Optional.of(message.clone());
    }

    /** What the server objects to, as JSON (RFC 7628 §3.2.2); its no comes after our answer. */
    @Override
    public byte[] answer(byte[] challenge) throws MailException {
        if (asked) {
            throw unasked();
        }
        asked = true;
        trouble = new String(challenge, UTF_8);
        return dummy.clone();
    }

    /** Whoever said what was wrong must not say yes behind it. */
    @Override
    public Login accepted() throws MailException {
        if (asked) {
            throw new MailException(
                    new Failure.ServerNotProven(peer(), "accepts a token that it objected to"));
        }
        return new Login(name(), true, false);
    }

    @Override
    public Failure refused(String said, Optional<String> code) {
        String all = trouble.isBlank() ? said : said + " (" + trouble.strip() + ")";
        return new Failure.LoginRejected(peer(), Text.visible(redacted(all.strip())), code);
    }
}
