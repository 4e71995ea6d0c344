package org.postern.demo.internal.imap;

import org.postern.demo.internal.imap.mime.Address;
import org.postern.demo.internal.imap.mime.HeaderBlock;

import java.util.List;
import java.util.Optional;

/** Writes ENVELOPE, RFC 9051 section 7.5.2. */
final class Envelope {
    private Envelope() {}

    static void write(Reply reply, HeaderBlock headers) {
        reply.text("(").nstring(headers.first("Date"));
        reply.text(" ").nstring(headers.first("Subject"));
        Optional<String> from = headers.first("From");
        addresses(reply, from);
        addresses(reply, headers.first("Sender").or(() -> from));
        addresses(reply, headers.first("Reply-To").or(() -> from));
        addresses(reply, headers.first("To"));
        addresses(reply, headers.first("Cc"));
        addresses(reply, headers.first("Bcc"));
        reply.text(" ").nstring(headers.first("In-Reply-To"));
        reply.text(" ").nstring(headers.first("Message-ID")).text(")");
    }

    private static void addresses(Reply reply, Optional<String> field) {
        List<Address> addresses = field.map(Address::parse).orElse(List.of());
        if (addresses.isEmpty()) {
            reply.text(" NIL");
            return;
        }
        reply.text(" (");
        for (Address address : addresses) {
            reply.text("(").nstring(address.name()).text(" NIL ");
            reply.nstring(address.mailbox()).text(" ").nstring(address.host()).text(")");
        }
        reply.text(")");
    }
}
