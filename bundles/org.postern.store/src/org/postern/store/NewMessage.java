package org.postern.store;

import org.postern.core.Flag;
import org.postern.core.MailAddress;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * A message that is to be stored, without its body.
 *
 * @param remoteId what its transport knows it by; one that is there already only gets the flags
 * @param headers the raw header block, kept as it is
 */
public record NewMessage(
        String remoteId,
        Set<Flag> flags,
        MailAddress from,
        String subject,
        Instant date,
        long size,
        boolean attachments,
        byte[] headers) {

    public NewMessage {
        Objects.requireNonNull(remoteId, "remoteId");
        flags = Set.copyOf(flags);
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(headers, "headers");
    }

    /** The same under another name. */
    public NewMessage named(String other) {
        return new NewMessage(other, flags, from, subject, date, size, attachments, headers);
    }

    @Override
    public String toString() {
        return "NewMessage[" + remoteId + ", " + size + " bytes]";
    }
}
