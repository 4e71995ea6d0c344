package org.postern.ui.internal.list;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.search.MailSearch;
import org.postern.search.QueryError;
import org.postern.search.Snippet;
import org.postern.store.MessageId;
import org.postern.ui.internal.Problems;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The places where words were found, of the hits in sight; read a few at a time, as each costs
 * reading a message. Only for the user interface's thread, but for the reading.
 */
final class Snippets {

    private static final int AT_A_TIME = 4;

    private final MailSearch search;
    private final RowFeed feed;
    private final MessageList list;
    private final Set<MessageId> asked = new HashSet<>();
    private Shown.Found found;
    private ListWish wish;

    Snippets(MailSearch search, RowFeed feed, MessageList list) {
        this.search = search;
        this.feed = feed;
        this.list = list;
    }

    /** Begins with another search. */
    void begin(Shown.Found next, ListWish how) {
        found = next;
        wish = how;
        asked.clear();
    }

    /** Hits are in sight. */
    void wanted(List<MessageId> ids) {
        List<MessageId> missing =
                ids.stream().filter(id -> !asked.contains(id)).limit(AT_A_TIME).toList();
        if (missing.isEmpty()) {
            return;
        }
        asked.addAll(missing);
        Shown.Found whose = found;
        Finding finding = new Finding(search, found, wish);
        feed.texts(
                monitor -> read(finding, missing, monitor),
                texts -> {
                    if (whose.equals(found)) {
                        list.snippets(texts);
                        wanted(ids);
                    }
                });
    }

    private Map<MessageId, Snippet> read(
            Finding finding, List<MessageId> ids, IProgressMonitor monitor) {
        Map<MessageId, Snippet> read = new HashMap<>();
        try {
            var query = finding.query();
            for (MessageId id : ids) {
                search.snippet(query, id, monitor).ifPresent(text -> read.put(id, text));
            }
        } catch (QueryError | MailException e) {
            Problems.log(ids.toString(), e);
        }
        return read;
    }
}
