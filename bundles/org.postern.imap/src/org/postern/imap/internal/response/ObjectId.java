package org.postern.imap.internal.response;

import org.postern.imap.internal.wire.Lexer;
import org.postern.imap.internal.wire.WordKind;

import java.io.IOException;
import java.util.Optional;

/** An {@code objectid} in its parentheses (RFC 8474 §7). */
final class ObjectId {

    private static final int LONGEST = 255;

    private ObjectId() {}

    /** Empty for NIL and for what is too long to be one. */
    static Optional<String> read(Lexer lexer) throws IOException {
        if (!lexer.accept('(')) {
            lexer.skipValue();
            return Optional.empty();
        }
        lexer.spaces();
        Optional<String> id = bare(lexer);
        lexer.spaces();
        lexer.expect(')');
        return id;
    }

    /** One without parentheses, as Gmail's X-GM-MSGID is. */
    static Optional<String> bare(Lexer lexer) throws IOException {
        return Optional.of(lexer.word(WordKind.ASTRING)).filter(id -> id.length() <= LONGEST);
    }
}
