package org.postern.imap.internal.session;

import org.postern.imap.internal.wire.UidSet;
import org.postern.transport.SyncToken;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A state of a mailbox that was told.
 *
 * @param uidValidity of the mailbox
 * @param modSeq HIGHESTMODSEQ; 0 when the mailbox has none
 * @param uidNext no message with this UID or a higher one was there
 * @param told the messages that were; empty where the server itself knows what is gone since (RFC
 *     7162, QRESYNC)
 * @param count how many messages there were; {@link #UNKNOWN} where they are told, or where the
 *     server's own count did not agree with them
 * @param flags what {@link FlagDigest} made of their flags; empty where the server tells of changes
 * @param objectId what the mailbox keeps under another name (RFC 8474); empty when it was not told
 */
record ImapToken(
        long uidValidity,
        long modSeq,
        long uidNext,
        Optional<UidSet> told,
        long count,
        String flags,
        Optional<String> objectId) {

    static final long UNKNOWN = -1;

    private static final Pattern FORM =
            Pattern.compile(
                    "v1:([0-9]{1,10}):([0-9]{1,18}):([0-9]{1,10}):(-[0-9]{0,10}|[0-9,:]*)"
                            + "(?:;([A-Za-z0-9+/]*))?(?:#([A-Za-z0-9_-]{1,255}))?");

    ImapToken {
        Objects.requireNonNull(told, "told");
        Objects.requireNonNull(flags, "flags");
        Objects.requireNonNull(objectId, "objectId");
    }

    /** Empty when the text is none of ours. */
    static Optional<ImapToken> parse(SyncToken token) {
        Matcher form = FORM.matcher(token.value());
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new ImapToken(
                            Long.parseLong(form.group(1)),
                            Long.parseLong(form.group(2)),
                            Long.parseLong(form.group(3)),
                            told(form.group(4)),
                            count(form.group(4)),
                            Optional.ofNullable(form.group(5)).orElse(""),
                            Optional.ofNullable(form.group(6))));
        } catch (IllegalArgumentException notASet) {
            return Optional.empty();
        }
    }

    private static Optional<UidSet> told(String text) {
        return text.startsWith("-") ? Optional.empty() : Optional.of(UidSet.parse(text));
    }

    private static long count(String text) {
        return text.length() > 1 && text.startsWith("-")
                ? Long.parseLong(text.substring(1))
                : UNKNOWN;
    }

    /** Whether a mailbox that was opened may be this one, its messages under the same ids. */
    boolean mayBeOf(Selection opened) {
        boolean differs =
                objectId.isPresent()
                        && opened.objectId().isPresent()
                        && !objectId.equals(opened.objectId());
        return !differs && uidValidity == opened.uidValidity();
    }

    /** Whether a mailbox that was opened is surely this one, its messages under the same ids. */
    boolean isOf(Selection opened) {
        return objectId.isPresent()
                && objectId.equals(opened.objectId())
                && uidValidity == opened.uidValidity();
    }

    /** The same of a mailbox with that object id. */
    ImapToken of(Optional<String> id) {
        return new ImapToken(uidValidity, modSeq, uidNext, told, count, flags, id);
    }

    SyncToken format() {
        String set = told.map(UidSet::toString).orElse(count < 0 ? "-" : "-" + count);
        String digest = flags.isEmpty() ? "" : ";" + flags;
        String id = objectId.map(told -> "#" + told).orElse("");
        return new SyncToken(
                "v1:" + uidValidity + ":" + modSeq + ":" + uidNext + ":" + set + digest + id);
    }
}
