package org.postern.ui.internal.folders;

import org.postern.core.MailboxRole;
import org.postern.search.View;
import org.postern.store.ListQuery;
import org.postern.store.ListQuery.Only;
import org.postern.store.MailReader;
import org.postern.store.MailboxId;
import org.postern.store.StoredMailbox;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What belongs into the views over all accounts. */
public final class Everywhere {

    private static final Set<MailboxRole> OF_NO_INTEREST =
            EnumSet.of(MailboxRole.JUNK, MailboxRole.TRASH);

    private Everywhere() {}

    /** The mailboxes that a view is about, as they are now. */
    public static List<StoredMailbox> mailboxes(Services services, View view) {
        MailReader mail = services.store();
        return services.accounts().all().stream()
                .flatMap(account -> mail.mailboxes(account.id()).stream())
                .filter(mailbox -> belongs(mailbox.role(), view))
                .toList();
    }

    /** What a server shows of other mailboxes once more is not counted twice. */
    private static boolean belongs(MailboxRole role, View view) {
        boolean copies = role == MailboxRole.ALL || role == MailboxRole.FLAGGED;
        return switch (view) {
            case ALL_INBOXES -> role == MailboxRole.INBOX;
            case UNREAD, FLAGGED -> !copies && !OF_NO_INTEREST.contains(role);
        };
    }

    /** Which of the messages that lie there. */
    public static Only only(View view) {
        return switch (view) {
            case ALL_INBOXES -> Only.ALL;
            case UNREAD -> Only.UNREAD;
            case FLAGGED -> Only.FLAGGED;
        };
    }

    /** All of the view, newest first. */
    public static ListQuery query(Services services, View view) {
        List<MailboxId> ids = mailboxes(services, view).stream().map(StoredMailbox::id).toList();
        return ListQuery.newest(ids).only(only(view));
    }

    /** Messages of the view that nobody has read. */
    static int unread(Services services, View view) {
        return mailboxes(services, view).stream().mapToInt(StoredMailbox::unread).sum();
    }

    /** What people call it. */
    public static String name(View view) {
        return switch (view) {
            case ALL_INBOXES -> Messages.View_allInboxes;
            case UNREAD -> Messages.View_unread;
            case FLAGGED -> Messages.View_flagged;
        };
    }

    static String icon(View view) {
        return switch (view) {
            case ALL_INBOXES -> "all";
            case UNREAD -> "mark-unread";
            case FLAGGED -> "flagged-folder";
        };
    }
}
