package org.postern.pop3.internal;

import org.postern.core.Flag;
import org.postern.transport.ChangeSink;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMessage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes down what a session tells, one line a change. */
final class RecordedChanges implements ChangeSink {

    final List<String> lines = new ArrayList<>();
    final List<RemoteMessage> messages = new ArrayList<>();

    @Override
    public void forgotten() {
        lines.add("forgotten");
    }

    @Override
    public void added(RemoteMessage message) {
        messages.add(message);
        lines.add("added " + message.id() + " " + message.size());
    }

    @Override
    public void flags(RemoteId id, Set<Flag> flags) {
        lines.add("flags " + id + " " + flags);
    }

    @Override
    public void vanished(RemoteId id) {
        lines.add("vanished " + id);
    }

    String headers(int index) {
        return new String(messages.get(index).headers(), StandardCharsets.UTF_8);
    }
}
