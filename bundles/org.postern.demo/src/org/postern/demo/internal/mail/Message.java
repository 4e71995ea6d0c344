package org.postern.demo.internal.mail;

import java.util.Objects;

/**
 * A message in a mailbox at one moment. A change of flags makes a new value.
 *
 * @param uid unique in its mailbox, from 1
 * @param modSeq when it changed last, RFC 7162 section 3.1
 */
public record Message(long uid, Content content, Flags flags, long modSeq) {
    public Message {
        if (uid < 1 || modSeq < 1) {
            throw new IllegalArgumentException("uid " + uid + ", modseq " + modSeq);
        }
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(flags, "flags");
    }
}
