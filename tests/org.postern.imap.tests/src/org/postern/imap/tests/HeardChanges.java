package org.postern.imap.tests;

import org.postern.core.Flag;
import org.postern.transport.ChangeSink;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMessage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps what a session told of a mailbox, in order and as a state. */
class HeardChanges implements ChangeSink {

    final List<String> events = new ArrayList<>();
    final Map<String, RemoteMessage> messages = new LinkedHashMap<>();
    final Map<String, Set<Flag>> flags = new LinkedHashMap<>();

    @Override
    public void forgotten() {
        events.add("forgotten");
        messages.clear();
        flags.clear();
    }

    @Override
    public void added(RemoteMessage message) {
        events.add("added " + message.id());
        messages.put(message.id().value(), message);
        flags.put(message.id().value(), message.flags());
    }

    @Override
    public void flags(RemoteId id, Set<Flag> now) {
        events.add("flags " + id);
        flags.put(id.value(), now);
    }

    @Override
    public void vanished(RemoteId id) {
        events.add("vanished " + id);
        messages.remove(id.value());
        flags.remove(id.value());
    }

    String headers(String id) {
        return new String(messages.get(id).headers(), StandardCharsets.ISO_8859_1);
    }
}
