package org.postern.sync.internal;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.store.MailStore;
import org.postern.store.StoredMailbox;
import org.postern.store.UserIntents;
import org.postern.store.UserIntents.Action;
import org.postern.store.UserIntents.Intent;
import org.postern.sync.Activity.Kind;
import org.postern.transport.CanAppend;
import org.postern.transport.CanCopy;
import org.postern.transport.CanDelete;
import org.postern.transport.CanFlag;
import org.postern.transport.CanMove;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sends intents that ask for the same as one command, and settles them. */
final class Delivery {

    private final MailStore store;
    private final SessionHolder holder;
    private final Work work;

    Delivery(MailStore store, SessionHolder holder, Work work) {
        this.store = store;
        this.holder = holder;
        this.work = work;
    }

    /** The mailbox that messages are to be made in. */
    Optional<StoredMailbox> target(Intent intent) {
        return switch (intent.action()) {
            case Action.Move move -> mailbox(intent, move.target());
            case Action.Copy copy -> mailbox(intent, copy.target());
            case Action.Append append -> store.mailbox(intent.mailbox());
            case Action.SetFlags flags -> Optional.empty();
            case Action.Delete delete -> Optional.empty();
        };
    }

    private Optional<StoredMailbox> mailbox(Intent intent, String remoteId) {
        return store.mailboxes(intent.account()).stream()
                .filter(mailbox -> mailbox.remoteId().equals(remoteId))
                .findFirst();
    }

    /** Those of its messages that the server does not have any more. */
    Set<String> gone(Intent intent) {
        return store.gone(intent);
    }

    /**
     * @return what the user should know although it was not refused
     */
    Optional<Failure> send(List<Intent> group) throws MailException {
        work.task(Kind.SENDING);
        Intent first = group.getFirst();
        Optional<StoredMailbox> mailbox = store.mailbox(first.mailbox());
        if (mailbox.isEmpty()) {
            return Optional.empty(); // it went, and its intents with it
        }
        String from = mailbox.get().remoteId();
        return switch (first.action()) {
            case Action.SetFlags flags -> flag(group, from, flags);
            case Action.Delete delete -> delete(group, from);
            case Action.Copy copy -> copy(group, from, copy.target());
            case Action.Move move -> move(group, from, move.target());
            case Action.Append append -> append(first, from, append);
        };
    }

    private Optional<Failure> flag(List<Intent> group, String from, Action.SetFlags flags)
            throws MailException {
        Optional<CanFlag> can = holder.session().capability(CanFlag.class);
        if (can.isPresent()) { // elsewhere flags are kept here alone
            can.get().flag(from, remoteIds(ids(group)), flags.add(), flags.remove(), work);
        }
        return settled(group, Map.of());
    }

    private Optional<Failure> delete(List<Intent> group, String from) throws MailException {
        required(CanDelete.class, "replay.cannotDelete").delete(from, remoteIds(ids(group)), work);
        holder.deleted();
        return settled(group, Map.of());
    }

    private Optional<Failure> copy(List<Intent> group, String from, String target)
            throws MailException {
        Optional<Failure> lost = Optional.empty();
        for (Intent intent : group) {
            for (String id : gone(intent)) {
                if (!store.made(intent).contains(id) && !store.uploadInstead(intent, id)) {
                    lost = Optional.of(lost(intent));
                }
            }
        }
        Set<String> ids = ids(group);
        group.forEach(intent -> ids.removeAll(gone(intent)));
        group.forEach(intent -> ids.removeAll(store.made(intent)));
        Map<RemoteId, RemoteId> made = Map.of();
        if (!ids.isEmpty()) {
            CanCopy can = required(CanCopy.class, "replay.cannotCopy");
            store.sending(group);
            made = can.copy(from, remoteIds(ids), target, work);
        }
        settled(group, made);
        return lost;
    }

    /** What is in the target already, after a break, only has to go from where it was. */
    private Optional<Failure> move(List<Intent> group, String from, String target)
            throws MailException {
        Set<String> gone = new LinkedHashSet<>();
        Set<String> made = new LinkedHashSet<>();
        for (Intent intent : group) {
            gone.addAll(gone(intent));
            made.addAll(store.made(intent));
        }
        Set<String> left = ids(group);
        left.removeAll(gone);
        left.removeAll(made);
        Map<RemoteId, RemoteId> names = Map.of();
        if (!left.isEmpty()) {
            CanMove can = required(CanMove.class, "replay.cannotMove");
            store.sending(group);
            names = can.move(from, remoteIds(left), target, work);
        }
        Set<String> twice = new LinkedHashSet<>(made);
        twice.removeAll(gone);
        if (!twice.isEmpty()) {
            required(CanDelete.class, "replay.cannotDelete").delete(from, remoteIds(twice), work);
        }
        settled(group, names);
        return made.containsAll(gone) ? Optional.empty() : Optional.of(lost(group.getFirst()));
    }

    private Failure lost(Intent intent) {
        String name = target(intent).map(StoredMailbox::name).orElse("");
        return new Failure.BadSettings(Messages.format("replay.gone", name));
    }

    private Optional<Failure> append(Intent intent, String mailbox, Action.Append append)
            throws MailException {
        String id = intent.remoteIds().getFirst();
        Optional<UserIntents.Upload> message = store.upload(intent);
        boolean there = message.isEmpty() || !UserIntents.isProvisional(id);
        Map<RemoteId, RemoteId> made = Map.of();
        if (!there) {
            CanAppend can = required(CanAppend.class, "replay.cannotAppend");
            store.sending(List.of(intent));
            Optional<RemoteId> name = upload(can, mailbox, append, message.get());
            made = name.isPresent() ? Map.of(new RemoteId(id), name.get()) : Map.of();
        }
        return settled(List.of(intent), made);
    }

    private Optional<RemoteId> upload(
            CanAppend can, String mailbox, Action.Append append, UserIntents.Upload message)
            throws MailException {
        try (InputStream bytes = store.open(message.id()).orElseThrow(Delivery::missing)) {
            return can.append(
                    mailbox, append.flags(), append.received(), message.size(), bytes, work);
        } catch (IOException e) {
            throw new MailException(
                    new Failure.LocalStorage(
                            Messages.format("replay.bytes"), String.valueOf(e.getMessage())),
                    e);
        }
    }

    /** Damaged, and nowhere else: there is nothing to put in. */
    private static MailException missing() {
        return new MailException(new Failure.BadSettings(Messages.format("replay.bytes")));
    }

    private Optional<Failure> settled(List<Intent> group, Map<RemoteId, RemoteId> made)
            throws MailException {
        Map<String, String> names = new HashMap<>();
        made.forEach((from, to) -> names.put(from.value(), to.value()));
        for (Intent intent : group) {
            store.settled(intent, names);
        }
        return Optional.empty();
    }

    private static Set<String> ids(List<Intent> group) {
        Set<String> ids = new LinkedHashSet<>();
        group.forEach(intent -> ids.addAll(intent.remoteIds()));
        return ids;
    }

    private static List<RemoteId> remoteIds(Set<String> ids) {
        return ids.stream().map(RemoteId::new).toList();
    }

    private <C> C required(Class<C> type, String sentence) throws MailException {
        MailSession session = holder.session();
        return session.capability(type)
                .orElseThrow(
                        () ->
                                new MailException(
                                        new Failure.BadSettings(Messages.format(sentence))));
    }
}
