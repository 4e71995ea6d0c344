package org.postern.sync.internal;

import org.postern.core.MailAddress;
import org.postern.message.Headers;
import org.postern.store.NewMessage;
import org.postern.transport.RemoteMessage;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What a list shows of a message, out of its headers. */
final class Rows {

    private static final MailAddress NOBODY = new MailAddress("", "");

    private Rows() {}

    /**
     * @param now when it is taken for having come, if neither it nor the server says
     */
    static NewMessage of(RemoteMessage message, Instant now) {
        Headers headers = Headers.read(message.headers());
        return new NewMessage(
                message.id().value(),
                message.flags(),
                author(headers),
                headers.subject().orElse(""),
                headers.date().or(message::received).orElse(now),
                message.size(),
                headers.hasAttachmentHint(),
                message.headers());
    }

    private static MailAddress author(Headers headers) {
        return Stream.of(headers.from(), headers.sender())
                .flatMap(List::stream)
                .findFirst()
                .orElse(NOBODY);
    }
}
