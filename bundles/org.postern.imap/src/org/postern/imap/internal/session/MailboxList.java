package org.postern.imap.internal.session;

import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.imap.internal.command.Command;
import org.postern.imap.internal.command.Leave;
import org.postern.imap.internal.command.ListMailboxes;
import org.postern.imap.internal.command.MailboxStatus;
import org.postern.imap.internal.response.Completion;
import org.postern.imap.internal.response.Counted;
import org.postern.imap.internal.response.MailboxEntry;
import org.postern.imap.internal.response.Response;
import org.postern.imap.internal.wire.LimitReached;
import org.postern.imap.internal.wire.Tally;
import org.postern.transport.RemoteMailbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
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

    /** So many questions are under way at once; their answers fit into any socket's buffers. */
    private static final int DEPTH = 256;

    private final Tally kept = new Tally(MOST, "characters in mailbox names");
    private final Dialogue dialogue;
    private final Features features;
    private final Map<String, MailboxEntry> listed = new LinkedHashMap<>();
    private final Set<String> subscribed = new HashSet<>();
    private final Map<String, Standing> standings = new HashMap<>();
    private boolean allSubscribed;
    private Optional<Completion> refusal = Optional.empty();

    MailboxList(Dialogue dialogue, Features features) {
        this.dialogue = dialogue;
        this.features = features;
    }

    List<RemoteMailbox> ask() throws IOException, MailException {
        return ask(Set.of());
    }

    /**
     * @param counted the mailboxes that {@link #standing} is wanted of
     */
    List<RemoteMailbox> ask(Set<String> counted) throws IOException, MailException {
        if (!features.has("LIST-EXTENDED") || !askExtended(counted)) {
            askPlainly(counted);
        }
        addInbox();
        return withRoles();
    }

    /** The counters of a mailbox as they were told on the way, unless they may be old. */
    Optional<Standing> standing(String id) {
        boolean open = dialogue.told().selection().filter(s -> s.mailbox().equals(id)).isPresent();
        return open ? Optional.empty() : Optional.ofNullable(standings.get(id));
    }

    /** One command for all; a server that promised it and does not know it is asked otherwise. */
    private boolean askExtended(Set<String> counted) throws IOException, MailException {
        boolean together = features.has("LIST-STATUS") && !counted.isEmpty();
        List<Command> commands = leaving(counted);
        commands.add(ListMailboxes.all(wanted(together)));
        if (!together) {
            commands.addAll(counts(counted));
        }
        return !run(commands).contains("LIST");
    }

    /**
     * Of the mailbox that is open, counters tell only what the session has heard of already (RFC
     * 9051 §6.3.11), so it is left first; where that cannot be done it is not counted.
     */
    private List<Command> leaving(Set<String> counted) {
        List<Command> commands = new ArrayList<>();
        if (dialogue.told().selection().isPresent()
                && !counted.isEmpty()
                && features.has("UNSELECT")) {
            commands.add(Leave.unselect());
            dialogue.told().selection(Optional.empty());
        }
        return commands;
    }

    private void askPlainly(Set<String> counted) throws IOException, MailException {
        List<Command> commands = leaving(counted);
        commands.add(ListMailboxes.all());
        commands.add(ListMailboxes.subscribed());
        commands.addAll(counts(counted));
        Set<String> refused = run(commands);
        if (refused.contains("LIST")) {
            throw new MailException(dialogue.failures().refused("LIST", refusal.orElseThrow()));
        }
        allSubscribed = refused.contains("LSUB");
    }

    private List<Command> counts(Set<String> counted) {
        return counted.stream().map(id -> MailboxStatus.of(id, Standing.items(features))).toList();
    }

    /**
     * @return the names of those that were refused
     */
    private Set<String> run(List<Command> commands) throws IOException, MailException {
        Set<String> refused = new HashSet<>();
        dialogue.pipeline(
                commands.iterator(),
                DEPTH,
                this,
                (command, completion) -> {
                    if (!completion.ok()) {
                        refused.add(command.name());
                    }
                    if (!completion.ok() && command.name().equals("LIST")) {
                        refusal = Optional.of(completion);
                    }
                });
        return refused;
    }

    private List<String> wanted(boolean counted) {
        List<String> wanted = new ArrayList<>(List.of("SUBSCRIBED"));
        if (features.has("SPECIAL-USE")) {
            wanted.add("SPECIAL-USE");
        }
        if (counted) {
            wanted.add("STATUS (" + Standing.items(features) + ")");
        }
        return wanted;
    }

    @Override
    public boolean heard(Response response) throws LimitReached {
        switch (response) {
            case MailboxEntry entry -> take(id(entry.name()), entry);
            case Counted counted -> take(id(counted.mailbox()), counted);
            default -> {
                return false;
            }
        }
        return true;
    }

    private String id(String wireName) {
        return MailboxNames.id(wireName, features.utf8Names());
    }

    private void take(String id, Counted told) throws LimitReached {
        kept.add(id.length() + OVERHEAD);
        standings.merge(id, Standing.of(told), Standing::and);
    }

    private void take(String id, MailboxEntry entry) throws LimitReached {
        if (!MailboxNames.isUsable(id)) {
            return;
        }
        kept.add(id.length() + OVERHEAD);
        if (entry.subscription() || entry.has("\\subscribed")) {
            subscribed.add(id);
        }
        if (!entry.subscription()) {
            listed.putIfAbsent(id, entry);
        }
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
                MailboxNames.path(
                        id.equals(MailboxNames.INBOX) ? id : entry.name(),
                        entry.delimiter(),
                        features.utf8Names()),
                Roles.told(entry),
                allSubscribed || subscribed.contains(id),
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
