package org.postern.imap.internal.session;

import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.imap.internal.command.Command;
import org.postern.imap.internal.command.ListMailboxes;
import org.postern.imap.internal.response.MailboxEntry;
import org.postern.imap.internal.response.Response;
import org.postern.imap.internal.wire.LimitReached;
import org.postern.imap.internal.wire.Tally;
import org.postern.transport.RemoteMailbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks for all mailboxes and makes sense of the answer. */
final class MailboxList implements Listener {

    /** Characters of names: more than 100,000 mailboxes of common length. */
    private static final int MOST = 8 << 20;

    /** What an entry costs besides, in characters. */
    private static final int OVERHEAD = 50;

    private final Tally kept = new Tally(MOST, "characters in mailbox names");
    private final Dialogue dialogue;
    private final Features features;
    private final Map<String, MailboxEntry> listed = new LinkedHashMap<>();
    private final Set<String> subscribed = new HashSet<>();

    MailboxList(Dialogue dialogue, Features features) {
        this.dialogue = dialogue;
        this.features = features;
    }

    List<RemoteMailbox> ask() throws IOException, MailException {
        List<Command> commands =
                features.has("LIST-EXTENDED")
                        ? List.of(ListMailboxes.all(wanted()))
                        : List.of(ListMailboxes.all(), ListMailboxes.subscribed());
        for (Command command : commands) {
            dialogue.require(command, this);
        }
        addInbox();
        return withRoles();
    }

    private List<String> wanted() {
        return features.has("SPECIAL-USE")
                ? List.of("SUBSCRIBED", "SPECIAL-USE")
                : List.of("SUBSCRIBED");
    }

    @Override
    public boolean heard(Response response) throws LimitReached {
        if (!(response instanceof MailboxEntry entry)) {
            return false;
        }
        String id = id(entry.name());
        if (MailboxNames.isUsable(id)) {
            take(id, entry);
        }
        return true;
    }

    private void take(String id, MailboxEntry entry) throws LimitReached {
        kept.add(id.length() + OVERHEAD);
        if (entry.subscription() || entry.has("\\subscribed")) {
            subscribed.add(id);
        }
        if (!entry.subscription()) {
            listed.putIfAbsent(id, entry);
        }
    }

    /** INBOX is the one name whose case does not matter (RFC 9051 §5.1). */
    private static String id(String wireName) {
        return wireName.equalsIgnoreCase(MailboxNames.INBOX) ? MailboxNames.INBOX : wireName;
    }

    /** It is there even if a server does not list it. */
    private void addInbox() {
        listed.putIfAbsent(
                MailboxNames.INBOX,
                new MailboxEntry(false, Set.of(), Optional.empty(), MailboxNames.INBOX));
    }

    private List<RemoteMailbox> withRoles() {
        List<RemoteMailbox> mailboxes = new ArrayList<>();
        listed.forEach((id, entry) -> mailboxes.add(mailbox(id, entry)));
        mailboxes.sort(MailboxList::parentsFirst);
        Set<MailboxRole> taken = EnumSet.of(MailboxRole.NONE);
        mailboxes.forEach(mailbox -> taken.add(mailbox.role()));
        mailboxes.replaceAll(mailbox -> guessed(mailbox, taken));
        return List.copyOf(mailboxes);
    }

    private RemoteMailbox mailbox(String id, MailboxEntry entry) {
        boolean selectable = !entry.has("\\noselect") && !entry.has("\\nonexistent");
        return new RemoteMailbox(
                id,
                MailboxNames.path(id, entry.delimiter(), features.utf8Names()),
                Roles.told(entry),
                subscribed.contains(id),
                selectable);
    }

    /** The first that looks like it gets a role that the server gave to none. */
    private static RemoteMailbox guessed(RemoteMailbox mailbox, Set<MailboxRole> taken) {
        boolean open = mailbox.role() == MailboxRole.NONE && mailbox.selectable();
        MailboxRole guess = open ? Roles.guessed(mailbox.path()) : MailboxRole.NONE;
        return taken.add(guess)
                ? new RemoteMailbox(
                        mailbox.id(),
                        mailbox.path(),
                        guess,
                        mailbox.subscribed(),
                        mailbox.selectable())
                : mailbox;
    }

    private static int parentsFirst(RemoteMailbox one, RemoteMailbox other) {
        int common = Math.min(one.path().size(), other.path().size());
        for (int i = 0; i < common; i++) {
            int order = key(one.path().get(i)).compareTo(key(other.path().get(i)));
            if (order != 0) {
                return order;
            }
        }
        int depth = Integer.compare(one.path().size(), other.path().size());
        return depth != 0 ? depth : one.id().compareTo(other.id());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
