package org.postern.cli.internal.store;

import org.postern.core.MailAddress;
import org.postern.message.Headers;
import org.postern.store.NewMessage;
import org.postern.store.exchange.FoundMessage;

import java.util.List;
import java.util.stream.Stream;

/** What a list shows of a message that was found. */
final class Listed {

    private static final MailAddress NOBODY = new MailAddress("", "");

    private Listed() {}

    static NewMessage of(String remoteId, FoundMessage message, byte[] head) {
        Headers headers = Headers.read(head);
        return new NewMessage(
                remoteId,
                message.flags(),
                author(headers),
                headers.subject().orElse(""),
                headers.date().orElse(message.received()),
                message.size(),
                headers.hasAttachmentHint(),
                head);
    }

    private static MailAddress author(Headers headers) {
        return Stream.of(headers.from(), headers.sender())
                .flatMap(List::stream)
                .findFirst()
                .orElse(NOBODY);
    }
}
