package org.postern.imap.internal.command;

import java.io.InputStream;

/** A piece of a command. */
public sealed interface Part {

    /** Text that goes out as it stands, one character a byte. */
    record Words(String text) implements Part {}

    /** Bytes that go out as they stand; wiped by whoever made them. Not copied. */
    record Raw(byte[] bytes) implements Part {
        @Override
        public String toString() {
            return "Raw[…]";
        }
    }

    /** Bytes that go out as a literal (RFC 9051 §4.3). Not copied. */
    record Literal(byte[] bytes) implements Part {
        @Override
        public String toString() {
            return "Literal[" + bytes.length + " bytes]";
        }
    }

    /**
     * The name of a mailbox, by its id: how it is written on the wire is the session's matter, for
     * ids stay the same whether UTF-8 was enabled or not.
     */
    record Mailbox(String id) implements Part {}

    /** A literal that is streamed. */
    record Upload(long size, InputStream source) implements Part {}

    /** A piece with a secret in it, which no log may hear. */
    record Hidden(Part part) implements Part {
        @Override
        public String toString() {
            return "Hidden[…]";
        }
    }
}
