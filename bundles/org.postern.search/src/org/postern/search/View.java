package org.postern.search;

import java.util.List;

/** Views over all accounts that everybody has. */
public enum View {
    ALL_INBOXES(new Clause.In("inbox")),
    UNREAD(
            new Clause.All(
                    List.of(
                            new Clause.Is(Clause.State.UNREAD),
                            new Clause.Not(new Clause.In("junk")),
                            new Clause.Not(new Clause.In("trash"))))),
    FLAGGED(new Clause.Is(Clause.State.FLAGGED));

    private final Query query;

    View(Clause root) {
        this.query = new Query(root);
    }

    /** What belongs into the view. */
    public Query query() {
        return query;
    }
}
