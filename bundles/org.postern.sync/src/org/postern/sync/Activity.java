package org.postern.sync;

import org.postern.core.AccountId;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that is under way, as it was when somebody looked: the one model of it that the
 * workbench, the command line and anybody else share.
 *
 * @param number the same as long as it is the same work; rises with time
 * @param account whose; empty when it is for all
 * @param kind what is done
 * @param mailbox the name of the mailbox that it is done in, if it is one
 * @param text what is done and how far it is, for a person: "Inbox: 120 of 300"
 * @param messages how many of them are done
 * @param bytes how many of them are done
 * @param cancel ends it; callable from any thread, more than once, returns at once
 */
public record Activity(
        long number,
        Optional<AccountId> account,
        Kind kind,
        Optional<String> mailbox,
        String text,
        Progress messages,
        Progress bytes,
        Runnable cancel) {

    /** What can be under way. */
    public enum Kind {
        /** A session is being opened. */
        CONNECTING,
        /** What the user did goes to the server. */
        SENDING,
        /** The server is asked which mailboxes there are. */
        MAILBOXES,
        /** The list of a mailbox's messages is brought up to date. */
        LISTING,
        /** The messages themselves come. */
        FETCHING,
        /** A message comes that somebody waits for. */
        OPENING,
        /** What is safely here is removed from the server. */
        REMOVING,
        /** What is stored here is compared with its checksums. */
        CHECKING,
        /** What is stored here is made ready for searching. */
        INDEXING
    }

    public Activity {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(mailbox, "mailbox");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(messages, "messages");
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(cancel, "cancel");
    }

    /** How far it is as a whole: by bytes where they are known, for messages differ in size. */
    public Progress progress() {
        return bytes.known() ? bytes : messages;
    }
}
