package org.postern.ui.internal.list;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.store.ListQuery;
import org.postern.store.ListQuery.Only;
import org.postern.store.MailReader;
import org.postern.store.MailThread;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.store.StoredMailbox;
import org.postern.ui.Services;
import org.postern.ui.internal.folders.Everywhere;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the lines of a list come from. For any thread; what it asks may take a while. */
final class ListSource {

    private static final int FIRST_LINES = 100;

    private final Services services;
    private final MailReader mail;

    ListSource(Services services) {
        this.services = services;
        mail = services.store();
    }

    /** The mailboxes that a list is about. */
    List<MailboxId> mailboxes(Shown shown) {
        return switch (shown) {
            case Shown.Folder folder -> List.of(folder.mailbox());
            case Shown.Everywhere all ->
                    Everywhere.mailboxes(services, all.view()).stream()
                            .map(StoredMailbox::id)
                            .toList();
            case Shown.Found found -> all();
            case Shown.Nothing nothing -> List.of();
            case Shown.Whole whole -> List.of();
        };
    }

    private List<MailboxId> all() {
        return services.accounts().all().stream()
                .flatMap(account -> mail.mailboxes(account.id()).stream())
                .map(StoredMailbox::id)
                .toList();
    }

    private static Only only(Shown shown) {
        return shown instanceof Shown.Everywhere all ? Everywhere.only(all.view()) : Only.ALL;
    }

    /** The question to the store. */
    ListQuery query(Shown shown, ListWish wish) {
        return wish.of(mailboxes(shown), only(shown));
    }

    /** The newest messages of a mailbox, at once. */
    Lines first(Shown shown) {
        if (!(shown instanceof Shown.Folder folder)) {
            return Lines.NONE;
        }
        List<MessageRow> rows = mail.page(folder.mailbox(), 0, FIRST_LINES);
        long[] ids = rows.stream().mapToLong(row -> row.id().value()).toArray();
        return new Lines(Listing.of(ids), rows, total(shown, rows.size()), Optional.empty());
    }

    /**
     * All lines.
     *
     * @param kept messages that stay although they were read meanwhile
     * @param open threads that are open
     * @param most so many hits of a search are wanted
     */
    Lines all(
            Shown shown,
            ListWish wish,
            Set<MessageId> kept,
            Set<Long> open,
            int most,
            IProgressMonitor monitor) {
        if (shown instanceof Shown.Found found) {
            return new Finding(services.search(), found, wish).lines(most, monitor);
        }
        if (threaded(shown, wish)) {
            List<MailThread> threads = mail.threads(((Shown.Folder) shown).mailbox());
            Listing listing = Listing.of(threads, open);
            return Lines.of(listing, listing.messages());
        }
        Listing listing = Listing.of(mail.list(query(shown, wish).keeping(kept), monitor));
        int total = wish.filters() ? total(shown, listing.size()) : listing.size();
        return Lines.of(listing, total);
    }

    /** Conversations are put together in a whole mailbox that is sorted by time. */
    static boolean threaded(Shown shown, ListWish wish) {
        return wish.threads() && wish.plain() && shown instanceof Shown.Folder;
    }

    private int total(Shown shown, int least) {
        int all =
                mailboxes(shown).stream()
                        .flatMap(id -> mail.mailbox(id).stream())
                        .mapToInt(StoredMailbox::total)
                        .sum();
        return Math.max(least, all);
    }
}
