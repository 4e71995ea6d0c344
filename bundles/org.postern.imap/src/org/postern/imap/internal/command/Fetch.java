package org.postern.imap.internal.command;

import org.postern.imap.internal.wire.UidSet;

/** UID FETCH and FETCH (RFC 9051 §6.4.5). Nothing here marks a message as seen. */
public final class Fetch {

    private static final String LIST_FIELDS =
            "FROM TO CC REPLY-TO SUBJECT DATE MESSAGE-ID IN-REPLY-TO REFERENCES CONTENT-TYPE"
                    + " LIST-ID";

    private Fetch() {}

    /** What a list of messages shows: header fields, for an ENVELOPE loses what it cannot parse. */
    public static Command headers(UidSet set) {
        return items(
                set.toString(),
                "(UID FLAGS RFC822.SIZE INTERNALDATE BODY.PEEK[HEADER.FIELDS ("
                        + LIST_FIELDS
                        + ")])");
    }

    /** The header fields of all from that sequence number on. */
    public static Command lastHeaders(long first) {
        return Command.line(
                "FETCH", first + ":* (UID BODY.PEEK[HEADER.FIELDS (" + LIST_FIELDS + ")])");
    }

    /** Whole messages. */
    public static Command bodies(UidSet set) {
        return items(set.toString(), "(UID BODY.PEEK[])");
    }

    /** The flags of all. */
    public static Command allFlags() {
        return items("1:*", "(UID FLAGS)");
    }

    /** The flags that changed since (RFC 7162 §3.1.4.1). */
    public static Command flagsSince(long last, long modSeq) {
        return items("1:" + last, "(UID FLAGS) (CHANGEDSINCE " + modSeq + ")");
    }

    /** The UIDs of all. */
    public static Command uids() {
        return items("1:*", "(UID)");
    }

    private static Command items(String set, String items) {
        return Command.line("UID FETCH", set + " " + items);
    }
}
