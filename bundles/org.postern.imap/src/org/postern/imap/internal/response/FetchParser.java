package org.postern.imap.internal.response;

import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.imap.internal.wire.Keywords;
import org.postern.imap.internal.wire.Lexer;
import org.postern.imap.internal.wire.LiteralStream;
import org.postern.imap.internal.wire.UidSet;
import org.postern.imap.internal.wire.WordKind;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the attributes of one FETCH response, in any order, unknown ones passed over. */
final class FetchParser {

    private static final Keywords NAMES =
            Keywords.of("UID", "FLAGS", "RFC822.SIZE", "INTERNALDATE", "BODY");
    private static final int UID = 0;
    private static final int FLAGS = 1;
    private static final int SIZE = 2;
    private static final int DATE = 3;
    private static final int BODY = 4;

    private static final Keywords HEADERS =
            Keywords.of("HEADER", "HEADER.FIELDS", "HEADER.FIELDS.NOT");

    private final Lexer lexer;
    private final LiteralSink bodies;
    private OptionalLong uid = OptionalLong.empty();
    private Optional<Set<Flag>> flags = Optional.empty();
    private OptionalLong size = OptionalLong.empty();
    private Optional<Instant> received = Optional.empty();
    private Optional<byte[]> headers = Optional.empty();

    FetchParser(Lexer lexer, LiteralSink bodies) {
        this.lexer = lexer;
        this.bodies = bodies;
    }

    Fetched parse() throws IOException, MailException {
        lexer.spaces();
        lexer.expect('(');
        for (lexer.spaces(); !lexer.accept(')') && !lexer.atEnd(); lexer.spaces()) {
            attribute();
        }
        lexer.skipResponse();
        return new Fetched(uid, flags, size, received, headers);
    }

    private void attribute() throws IOException, MailException {
        int name = lexer.word(WordKind.ATOM, NAMES);
        if (lexer.at('[')) {
            section(name == BODY);
            return;
        }
        lexer.spaces();
        switch (name) {
            case UID -> uid = validUid();
            case FLAGS -> flags = FlagNames.set(FlagNames.read(lexer));
            case SIZE -> size = OptionalLong.of(lexer.number());
            case DATE -> received = date();
            default -> lexer.skipValue();
        }
    }

    private OptionalLong validUid() throws IOException {
        long number = lexer.number();
        return number < 1 || number > UidSet.MAX ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private Optional<Instant> date() throws IOException {
        return lexer.nstring().flatMap(InternalDate::parse);
    }

    private void section(boolean ofBody) throws IOException, MailException {
        OptionalInt section = lexer.section(HEADERS);
        if (lexer.accept('<')) {
            lexer.number();
            lexer.expect('>');
        }
        lexer.spaces();
        if (ofBody && section.isEmpty()) {
            body();
        } else if (ofBody && section.getAsInt() != Keywords.UNKNOWN) {
            headers = headers(lexer.nstring());
        } else {
            lexer.skipValue();
        }
    }

    /** NIL is an answer, too: a message without any of the fields. */
    private static Optional<byte[]> headers(Optional<byte[]> told) {
        return Optional.of(HeaderBlock.withoutEmptyLine(told.orElse(new byte[0])));
    }

    private void body() throws IOException, MailException {
        if (lexer.atLiteral()) {
            LiteralStream literal = lexer.openLiteral();
            bodies.body(uid, literal);
            lexer.closeLiteral(literal);
        } else {
            Optional<byte[]> text = lexer.nstring();
            if (text.isPresent()) {
                bodies.body(uid, LiteralStream.of(text.get()));
            }
        }
    }
}
