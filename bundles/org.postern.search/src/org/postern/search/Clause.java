package org.postern.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** A part of a {@link Query}: what a message has to be like. Immutable. */
public sealed interface Clause {

    /** All of them; with no parts, any message. */
    record All(List<Clause> parts) implements Clause {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of them. */
    record Any(List<Clause> parts) implements Clause {
        public Any {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("no alternatives");
            }
        }
    }

    /** Not that one. */
    record Not(Clause part) implements Clause {
        public Not {
            Objects.requireNonNull(part, "part");
        }
    }

    /**
     * Words that stand in the message one after the other, in any case and with or without accents.
     *
     * @param place where they stand
     * @param text as it was written, not blank
     * @param open whether the last word may go on in the message
     */
    record Words(Place place, String text, boolean open) implements Clause {
        public Words {
            Objects.requireNonNull(place, "place");
            if (text.isBlank()) {
                throw new IllegalArgumentException("no words");
            }
        }
    }

    /** Where {@link Words} are looked for. */
    enum Place {
        /** Everywhere: headers, text, names of attachments. */
        ANYWHERE,
        FROM,
        /** All recipients: To, Cc and Bcc. */
        TO,
        CC,
        SUBJECT,
        /** The text of all parts, also of attached messages. */
        BODY,
        /** The names of attachments. */
        ATTACHMENT
    }

    /** A message in that state, as the user sees it. */
    record Is(State state) implements Clause {
        public Is {
            Objects.requireNonNull(state, "state");
        }
    }

    /** States that a message can be in. */
    enum State {
        UNREAD,
        READ,
        FLAGGED,
        ANSWERED,
        FORWARDED,
        DRAFT
    }

    /** A message with attachments. */
    record HasAttachment() implements Clause {}

    /**
     * A message in a mailbox.
     *
     * @param mailbox its name, its path with {@code /} in between, or the name of a role such as
     *     {@code inbox}; in any case
     */
    record In(String mailbox) implements Clause {
        public In {
            Objects.requireNonNull(mailbox, "mailbox");
        }
    }

    /**
     * A message of an account.
     *
     * @param account a part of its name, one of its own addresses, or its id
     */
    record OfAccount(String account) implements Clause {
        public OfAccount {
            Objects.requireNonNull(account, "account");
        }
    }

    /** A message of an earlier day. */
    record Before(LocalDate day) implements Clause {
        public Before {
            Objects.requireNonNull(day, "day");
        }
    }

    /** A message of that day or a later one. */
    record After(LocalDate day) implements Clause {
        public After {
            Objects.requireNonNull(day, "day");
        }
    }

    /** A message of more bytes. */
    record Larger(long bytes) implements Clause {}

    /** A message of fewer bytes. */
    record Smaller(long bytes) implements Clause {}
}
