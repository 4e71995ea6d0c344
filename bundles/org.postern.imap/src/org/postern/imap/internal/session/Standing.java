package org.postern.imap.internal.session;

import org.postern.imap.internal.response.Counted;
import org.postern.imap.internal.wire.UidSet;

import java.util.Optional;

/**
 * How a mailbox stands by the server's counters.
 *
 * @param uidValidity 0 when it was not told, as the others
 * @param uidNext the next UID that it will give
 * @param modSeq HIGHESTMODSEQ (RFC 7162 §3.1.2.2)
 * @param messages how many there are; -1 when it was not told
 */
record Standing(long uidValidity, long uidNext, long modSeq, long messages) {

    /** What STATUS is asked for. */
    static String items(Features features) {
        return "MESSAGES UIDNEXT UIDVALIDITY" + (features.modSeq() ? " HIGHESTMODSEQ" : "");
    }

    static Standing of(Counted told) {
        return new Standing(
                told.count("UIDVALIDITY").orElse(0),
                told.count("UIDNEXT").orElse(0),
                told.count("HIGHESTMODSEQ").orElse(0),
                told.count("MESSAGES").orElse(-1));
    }

    static Standing of(Selection opened) {
        return new Standing(
                opened.uidValidity(), opened.uidNext(), opened.modSeq(), opened.exists());
    }

    /** What a later answer about the same mailbox adds to this. */
    Standing and(Standing later) {
        return new Standing(
                later.uidValidity > 0 ? later.uidValidity : uidValidity,
                later.uidNext > 0 ? later.uidNext : uidNext,
                later.modSeq > 0 ? later.modSeq : modSeq,
                later.messages >= 0 ? later.messages : messages);
    }

    /** Whether it holds what it held at the time of the token, to the last flag. */
    boolean surelyIs(ImapToken token) {
        boolean same = uidValidity == token.uidValidity() && uidNext == token.uidNext();
        boolean sameFlags = modSeq > 0 && modSeq == token.modSeq();
        Optional<UidSet> told = token.told();
        return told.isPresent()
                ? same && messages == told.get().size() && (sameFlags || messages == 0)
                : same && sameFlags && isCount(token);
    }

    private boolean isCount(ImapToken token) {
        return messages < 0 || token.count() == ImapToken.UNKNOWN || messages == token.count();
    }

    /** Whether something is other than at the time of the token, as far as it was told. */
    boolean surelyIsNot(ImapToken token) {
        return uidValidity > 0 && uidValidity != token.uidValidity()
                || uidNext > 0 && uidNext != token.uidNext()
                || modSeq > 0 && modSeq != token.modSeq()
                || messages >= 0 && token.told().filter(t -> t.size() != messages).isPresent();
    }
}
