package org.postern.imap.internal.session;

import org.postern.imap.internal.wire.UidSet;
import org.postern.transport.RemoteId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code COPYUID 38505 304,319:320 3956:3958} (RFC 4315 §3): the sets pair up in order. */
final class CopyUid {

    private CopyUid() {}

    /**
     * @param asked the messages that were to be copied; a longer answer is nonsense
     * @return empty when the answer makes no sense
     */
    static Map<RemoteId, RemoteId> pairs(String arguments, UidSet asked) {
        String[] words = arguments.split(" +");
        if (words.length < 3) {
            return Map.of();
        }
        List<Long> from = numbers(words[1], asked.size());
        List<Long> to = numbers(words[2], asked.size());
        Map<RemoteId, RemoteId> pairs = new HashMap<>();
        for (int i = 0; from.size() == to.size() && i < from.size(); i++) {
            if (asked.contains(from.get(i))) {
                pairs.put(Ids.id(from.get(i)), Ids.id(to.get(i)));
            }
        }
        return pairs;
    }

    /** In the order in which they stand there; empty when there are more than that. */
    private static List<Long> numbers(String set, long most) {
        List<Long> numbers = new ArrayList<>();
        for (String range : set.split(",")) {
            if (!range.matches("[0-9]{1,10}(:[0-9]{1,10})?")) {
                return List.of();
            }
            String[] ends = range.split(":");
            long first = Long.parseLong(ends[0]);
            long last = Long.parseLong(ends[ends.length - 1]);
            if (first < 1 || Math.abs(last - first) >= most - numbers.size()) {
                return List.of();
            }
            for (long n = Math.min(first, last); n <= Math.max(first, last); n++) {
                numbers.add(n);
            }
        }
        return numbers;
    }
}
