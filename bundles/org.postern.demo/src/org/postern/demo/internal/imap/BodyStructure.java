package org.postern.demo.internal.imap;

import org.postern.demo.internal.imap.mime.ContentType;
import org.postern.demo.internal.imap.mime.HeaderBlock;
import org.postern.demo.internal.imap.mime.Part;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes BODY and BODYSTRUCTURE, RFC 9051 section 7.5.2. */
final class BodyStructure {
    private final Reply reply;
    private final boolean extended;

    BodyStructure(Reply reply, boolean extended) {
        this.reply = reply;
        this.extended = extended;
    }

    void write(Part part) {
        List<Part> children = part.children();
        reply.text("(");
        if (children.isEmpty()) {
            single(part);
        } else {
            children.forEach(this::write);
            reply.text(" ").nstring(Optional.of(part.type().subtype()));
            if (extended) {
                parameters(part.type().parameters());
                tail(part.headers());
            }
        }
        reply.text(")");
    }

    private void single(Part part) {
        HeaderBlock headers = part.headers();
        ContentType type = part.type();
        boolean torn = type.type().equals("multipart");
        reply.nstring(Optional.of(torn ? "application" : type.type()));
        reply.text(" ").nstring(Optional.of(torn ? "octet-stream" : type.subtype()));
        parameters(type.parameters());
        reply.text(" ").nstring(headers.first("Content-ID"));
        reply.text(" ").nstring(headers.first("Content-Description"));
        reply.text(" ").nstring(headers.first("Content-Transfer-Encoding").or(this::sevenBit));
        reply.text(" " + part.size());
        part.enclosed().ifPresent(this::message);
        if (part.enclosed().isPresent() || type.type().equals("text")) {
            reply.text(" " + part.lines());
        }
        if (extended) {
            reply.text(" ").nstring(headers.first("Content-MD5"));
            tail(headers);
        }
    }

    private Optional<String> sevenBit() {
        return Optional.of("7bit");
    }

    private void message(Part message) {
        reply.text(" ");
        Envelope.write(reply, message.headers());
        reply.text(" ");
        write(message);
    }

    private void parameters(Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            reply.text(" NIL");
            return;
        }
        String separator = " (";
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            reply.text(separator).nstring(Optional.of(parameter.getKey()));
            reply.text(" ").nstring(Optional.of(parameter.getValue()));
            separator = " ";
        }
        reply.text(")");
    }

    /** Disposition, language and location. */
    private void tail(HeaderBlock headers) {
        Optional<ContentType> disposition =
                headers.first("Content-Disposition").map(ContentType::parse);
        if (disposition.isEmpty()) {
            reply.text(" NIL");
        } else {
            reply.text(" (").nstring(Optional.of(disposition.get().value()));
            parameters(disposition.get().parameters());
            reply.text(")");
        }
        reply.text(" ").nstring(headers.first("Content-Language"));
        reply.text(" ").nstring(headers.first("Content-Location"));
    }
}
