package org.postern.ui.internal.list;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.search.Clause;
import org.postern.search.Hit;
import org.postern.search.MailSearch;
import org.postern.search.Page;
import org.postern.search.Query;
import org.postern.search.QueryError;
import org.postern.store.MessageRow;
import org.postern.ui.internal.Messages;

import java.util.List;
import java.util.Optional;

/** A search, thinned out by the filter over the list. */
final class Finding {

    private final MailSearch search;
    private final Shown.Found found;
    private final ListWish wish;

    Finding(MailSearch search, Shown.Found found, ListWish wish) {
        this.search = search;
        this.found = found;
        this.wish = wish;
    }

    /** The first hits, or what is wrong with the query. */
    Lines lines(int most, IProgressMonitor monitor) {
        try {
            Page page = search.find(filtered(), found.order(), 0, most, monitor);
            List<MessageRow> rows = page.hits().stream().map(Hit::row).toList();
            long[] ids = rows.stream().mapToLong(row -> row.id().value()).toArray();
            int total = (int) Math.min(Integer.MAX_VALUE, Math.max(page.total(), ids.length));
            return new Lines(Listing.of(ids), rows, total, Optional.empty());
        } catch (QueryError e) {
            return Lines.wrong(new Lines.Mistake(e.from(), e.to(), e.getMessage()));
        } catch (MailException e) {
            return Lines.wrong(new Lines.Mistake(0, 0, Messages.Search_failed));
        }
    }

    /** The query without the filter. */
    Query query() throws QueryError {
        return found.typing() ? Query.typing(found.text()) : Query.parse(found.text());
    }

    private Query filtered() throws QueryError {
        Query query = query();
        if (!wish.words().isBlank()) {
            query =
                    query.and(
                            new Query(new Clause.Words(Clause.Place.ANYWHERE, wish.words(), true)));
        }
        return wish.unreadOnly() ? query.and(new Query(new Clause.Is(Clause.State.UNREAD))) : query;
    }
}
