package org.postern.net.internal.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.postern.core.BindingProblem;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Text;
import org.postern.net.Login;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * SCRAM (RFC 5802, RFC 7677), bound to the connection or not: each side proves to the other that it
 * knows the password, and the server does not get to see it.
 */
public final class Scram extends Spoken {

    private enum State {
        BEGINNING,
        PROOF_SENT,
        PROVEN,
        REFUSED
    }

    /**
     * What Cyrus SASL calls an exchange that it could not follow. Over POP3, Cyrus says so behind
     * the code of a wrong password (RFC 3206 §4), the only one that it has for a failed login.
     */
    private static final String BAD_PROTOCOL = "bad protocol";

    private final ScramHash hash;
    private final Gs2 binding;
    private final String nonce;
    private final String bare;
    private final byte[] password;
    private State state = State.BEGINNING;
    private byte[] expected = {};
    private String trouble = "";

    private Scram(
            Endpoint peer,
            ScramHash hash,
            Gs2 binding,
            byte[] user,
            byte[] password,
            String nonce) {
        super(hash.mechanism() + (binding.isBound() ? "-PLUS" : ""), peer);
        this.hash = hash;
        this.binding = binding;
        this.nonce = nonce;
        this.bare = "n=" + SaslName.escaped(new String(user, UTF_8)) + ",r=" + nonce;
        this.password = hidden(password);
    }

    /**
     * @param user in UTF-8
     * @param password in UTF-8; wiped at once
     * @param nonce printable, without comma, never used before
     * @throws MailException when user or password are nothing that SCRAM can carry
     */
    public static Scram of(
            Endpoint peer, ScramHash hash, Gs2 binding, byte[] user, byte[] password, String nonce)
            throws MailException {
        try {
            byte[] name = SaslPrep.prepared(user, "user");
            byte[] prepared = SaslPrep.prepared(password, "password");
            return new Scram(peer, hash, binding, name, prepared, nonce);
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    @Override
    public Optional<byte[]> first() {
        return Optional.of((binding.header() + bare).getBytes(UTF_8));
    }

    @Override
    public byte[] answer(byte[] challenge) throws MailException {
        try {
            return switch (state) {
                case BEGINNING -> proof(challenge);
                case PROOF_SENT -> verified(new String(challenge, UTF_8));
                default -> throw unasked();
            };
        } catch (Unsound unsound) {
            throw notProven(unsound.getMessage());
        }
    }

    private byte[] proof(byte[] challenge) throws Unsound {
        String text = new String(challenge, UTF_8);
        if (isError(text)) {
            return error(text);
        }
        ServerFirst first = ServerFirst.parse(challenge, nonce);
        String channel = Base64.getEncoder().encodeToString(binding.input());
        byte[] withoutProof = ("c=" + channel + ",r=" + first.nonce()).getBytes(UTF_8);
        byte[] comma = {','};
        byte[] authMessage = joined(bare.getBytes(UTF_8), comma, challenge, comma, withoutProof);
        ScramKeys keys = ScramKeys.of(hash, password, first, authMessage);
        expected = wipedLater(keys.signature());
        state = State.PROOF_SENT;
        return joined(
                withoutProof, ",p=".getBytes(UTF_8), Base64.getEncoder().encode(keys.proof()));
    }

    /** server-final-message: the server's proof, or why it wants none of ours. */
    private byte[] verified(String message) throws Unsound {
        if (isError(message)) {
            return error(message);
        }
        String field = message.split(",", 2)[0];
        if (!field.startsWith("v=") || !MessageDigest.isEqual(expected, decoded(field))) {
            throw new Unsound("does not prove that it knows the password");
        }
        state = State.PROVEN;
        return new byte[0];
    }

    private static boolean isError(String message) {
        return message.startsWith("e=");
    }

    private byte[] error(String message) {
        trouble = message.split(",", 2)[0].substring(2);
        state = State.REFUSED;
        return new byte[0];
    }

    private static byte[] decoded(String field) throws Unsound {
        try {
            return Base64.getDecoder().decode(field.substring(2));
        } catch (IllegalArgumentException notBase64) {
            throw new Unsound("a proof not in base64");
        }
    }

    @Override
    public Login accepted() throws MailException {
        if (state != State.PROVEN) {
            throw notProven("accepts the login without proving that it knows the password");
        }
        return new Login(name(), false, binding.isBound());
    }

    @Override
    public boolean bindingRefused(String said, Optional<String> code) {
        return binding.isBound() && disowned(said, code);
    }

    /** No reason at all, or one that is not about the password. */
    private boolean disowned(String said, Optional<String> code) {
        boolean unexplained = code.isEmpty() && trouble.isEmpty();
        return unexplained
                || trouble.equals("unsupported-channel-binding-type")
                || said.contains(BAD_PROTOCOL);
    }

    @Override
    public Failure refused(String said, Optional<String> code) {
        String all = trouble.isEmpty() ? said : said + " (" + trouble + ")";
        String visible = Text.visible(redacted(all.strip()));
        return notBound(said, code)
                .<Failure>map(problem -> new Failure.LoginNotBound(peer(), problem, visible))
                .orElseGet(() -> new Failure.LoginRejected(peer(), visible, code));
    }

    private Optional<BindingProblem> notBound(String said, Optional<String> code) {
        return switch (trouble) {
            case "channel-bindings-dont-match" -> Optional.of(BindingProblem.DIFFERS);
            case "server-does-support-channel-binding" -> Optional.of(BindingProblem.STRIPPED);
            default ->
                    binding.only() && disowned(said, code)
                            ? Optional.of(BindingProblem.REFUSED)
                            : Optional.empty();
        };
    }

    private MailException notProven(String what) {
        return new MailException(new Failure.ServerNotProven(peer(), what));
    }
}
