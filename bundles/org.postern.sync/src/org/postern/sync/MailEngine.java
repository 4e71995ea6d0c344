package org.postern.sync;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.account.Account;
import org.postern.account.AccountChange;
import org.postern.account.AccountListener;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.MailboxRole;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.store.PatrolPace;
import org.postern.store.StoreCheck;
import org.postern.store.StoreCheck.DamagedMessage;
import org.postern.store.StoredMailbox;
import org.postern.store.UserIntents;
import org.postern.sync.internal.AccountDesk;
import org.postern.sync.internal.Messages;
import org.postern.sync.internal.Waking;
import org.postern.sync.internal.Work;
import org.postern.sync.internal.Workshop;
import org.postern.sync.internal.WrittenMessage;
import org.postern.transport.ConnectionPlan;
import org.postern.transport.MailSession;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The engine over all accounts. It follows the accounts as they come, change and go; when one is
 * removed, its mail, password and state are removed as well. After {@link #close()} none of its
 * threads is left.
 */
public final class MailEngine implements Engine {

    private static final Logger LOG = System.getLogger(MailEngine.class.getName());

    private final EngineParts parts;
    private final Workshop workshop;
    private final Waking waking;
    private final PatrolPace patrol;
    private final Map<AccountId, AccountDesk> desks = new ConcurrentHashMap<>();
    private final AccountListener follower = this::accountChanged;
    private volatile boolean started;

    /**
     * An engine that does nothing by itself before {@link #start}.
     *
     * @throws MailException when remembered states cannot be read
     */
    public MailEngine(EngineParts parts, EnginePace pace) throws MailException {
        this(parts, pace, NetworkWatch.standard(), PatrolPace.STANDARD);
    }

    /**
     * @param watch how it notices another network
     * @param patrol how the stored mail is looked after
     * @throws MailException when remembered states cannot be read
     */
    public MailEngine(EngineParts parts, EnginePace pace, NetworkWatch watch, PatrolPace patrol)
            throws MailException {
        this.patrol = patrol;
        this.parts = parts;
        this.workshop = new Workshop(parts, pace);
        this.waking = new Waking(workshop, desks::values, watch);
        parts.accounts().addListener(follower);
        parts.accounts().all().forEach(account -> desk(account.id()));
    }

    /** Begins to look for mail where accounts want that, and returns at once. */
    public void start() {
        started = true;
        waking.start();
        parts.store().patrol(patrol, this::damaged);
        desks.values().forEach(AccountDesk::begin);
    }

    private void damaged(StoreCheck found) {
        found.repairs().forEach(sentence -> LOG.log(Logger.Level.WARNING, sentence));
        found.losses().forEach(sentence -> LOG.log(Logger.Level.WARNING, sentence));
        workshop.tell(listener -> listener.damaged(found));
        found.damaged().stream()
                .filter(DamagedMessage::refetched)
                .map(DamagedMessage::account)
                .distinct()
                .forEach(account -> known(account).ifPresent(AccountDesk::lookAgain));
    }

    private AccountDesk desk(AccountId account) {
        return desks.computeIfAbsent(account, id -> workshop.desk(id));
    }

    private Optional<AccountDesk> known(AccountId account) {
        return parts.accounts().find(account).map(found -> desk(found.id()));
    }

    private void accountChanged(AccountChange change) {
        if (change.after().isEmpty()) {
            Optional.ofNullable(desks.remove(change.id())).ifPresent(workshop::dismiss);
        } else if (change.before().isEmpty()) {
            AccountDesk desk = desk(change.id());
            if (started) {
                desk.begin();
            }
        } else if (!change.before().get().incoming().equals(change.after().get().incoming())) {
            desk(change.id()).changed(new AccountEvent.SettingsChanged());
        } else if (started) {
            desk(change.id()).begin();
        }
    }

    /** What is under way. */
    public Activities activities() {
        return workshop.board();
    }

    @Override
    public AccountState state(AccountId account) {
        AccountDesk desk = desks.get(account);
        return desk == null ? new AccountState.Idle() : desk.state();
    }

    @Override
    public Optional<RefusedDowngrade> refusedDowngrade(AccountId account) {
        return Optional.ofNullable(desks.get(account)).flatMap(AccountDesk::refused);
    }

    @Override
    public void refresh(AccountId account, IProgressMonitor monitor) throws MailException {
        Optional<AccountDesk> desk = known(account);
        if (desk.isPresent()) {
            desk.get().refresh(monitor);
        }
    }

    @Override
    public void fetch(MessageId message, IProgressMonitor monitor) throws MailException {
        replayUnnamed(message, monitor);
        Optional<MessageRow> row = parts.store().row(message).filter(found -> !found.complete());
        Optional<StoredMailbox> mailbox = row.flatMap(r -> parts.store().mailbox(r.mailbox()));
        Optional<AccountDesk> desk = mailbox.flatMap(found -> known(found.account()));
        if (desk.isPresent()) {
            desk.get().fetch(row.orElseThrow(), mailbox.orElseThrow(), monitor);
        }
    }

    /** A message that the server is still to make can be asked for when it is made. */
    private void replayUnnamed(MessageId message, IProgressMonitor monitor) throws MailException {
        Optional<StoredMailbox> mailbox =
                parts.store()
                        .row(message)
                        .filter(row -> UserIntents.isProvisional(row.remoteId()))
                        .filter(row -> !row.complete())
                        .flatMap(row -> parts.store().mailbox(row.mailbox()));
        Optional<AccountDesk> desk = mailbox.flatMap(found -> known(found.account()));
        if (desk.isPresent()) {
            desk.get().replay(monitor);
        }
    }

    @Override
    public void goOnline(AccountId account) {
        known(account).ifPresent(AccountDesk::goOnline);
    }

    @Override
    public void goOffline(AccountId account) {
        known(account).ifPresent(AccountDesk::goOffline);
    }

    @Override
    public void passwordChanged(AccountId account) {
        known(account).ifPresent(AccountDesk::passwordChanged);
    }

    @Override
    public void policiesChanged() {
        desks.values().forEach(desk -> desk.changed(new AccountEvent.PolicyChanged()));
    }

    @Override
    public TrialResult attempt(Account account, TrialSecrets secrets, IProgressMonitor monitor)
            throws MailException {
        ConnectionPlan plan = workshop.sessions().plan(account);
        try (Work work = workshop.begin(account.id(), monitor);
                MailSession session = workshop.sessions().open(account, plan, secrets, work)) {
            int mailboxes = session.mailboxes(work).size();
            return new TrialResult(plan.endpoint(), session.posture(), mailboxes);
        } catch (OperationCanceledException e) {
            throw e;
        } catch (RuntimeException e) {
            throw workshop.broken(account, e);
        }
    }

    @Override
    public void flag(MailboxId mailbox, Set<MessageId> messages, Set<Flag> add, Set<Flag> remove)
            throws MailException {
        replaySoon(parts.store().flag(mailbox, messages, add, remove));
    }

    @Override
    public Deletion delete(MailboxId mailbox, Set<MessageId> messages) throws MailException {
        StoredMailbox from = required(mailbox);
        boolean moves = known(from.account()).map(AccountDesk::moves).orElse(false);
        Optional<MailboxId> trash = moves ? trash(from) : Optional.empty();
        if (trash.isPresent()) {
            move(mailbox, messages, trash.get());
            return Deletion.MOVED_TO_TRASH;
        }
        replaySoon(parts.store().delete(mailbox, messages));
        return Deletion.FOR_GOOD;
    }

    private Optional<MailboxId> trash(StoredMailbox from) {
        return from.role() == MailboxRole.TRASH
                ? Optional.empty()
                : withRole(from.account(), MailboxRole.TRASH);
    }

    private Optional<MailboxId> withRole(AccountId account, MailboxRole role) {
        return parts.store().mailboxes(account).stream()
                .filter(mailbox -> mailbox.role() == role && mailbox.selectable())
                .map(StoredMailbox::id)
                .findFirst();
    }

    @Override
    public void move(MailboxId mailbox, Set<MessageId> messages, MailboxId target)
            throws MailException {
        requireOneAccount(mailbox, target);
        replaySoon(parts.store().move(mailbox, messages, target));
    }

    @Override
    public void copy(MailboxId mailbox, Set<MessageId> messages, MailboxId target)
            throws MailException {
        requireOneAccount(mailbox, target);
        replaySoon(parts.store().copy(mailbox, messages, target));
    }

    private void requireOneAccount(MailboxId mailbox, MailboxId target) throws MailException {
        if (!required(mailbox).account().equals(required(target).account())) {
            throw new MailException(new Failure.BadSettings(Messages.format("move.otherAccount")));
        }
    }

    @Override
    public void archive(MailboxId mailbox, Set<MessageId> messages) throws MailException {
        StoredMailbox from = required(mailbox);
        if (from.role() != MailboxRole.ARCHIVE) {
            MailboxId archive =
                    withRole(from.account(), MailboxRole.ARCHIVE).orElseThrow(this::noArchive);
            move(mailbox, messages, archive);
        }
    }

    private MailException noArchive() {
        return new MailException(new Failure.BadSettings(Messages.format("archive.none")));
    }

    @Override
    public void append(MailboxId mailbox, Set<Flag> flags, Instant received, InputStream message)
            throws IOException, MailException {
        replaySoon(WrittenMessage.of(message, flags, received).into(parts.store(), mailbox));
    }

    @Override
    public boolean takeBack(
            MailboxId mailbox, Collection<MessageRow> messages, IProgressMonitor monitor)
            throws MailException {
        Optional<AccountDesk> desk =
                parts.store().mailbox(mailbox).flatMap(found -> known(found.account()));
        Set<String> ids = messages.stream().map(MessageRow::remoteId).collect(Collectors.toSet());
        return desk.isPresent()
                && (desk.get().takeBack(mailbox, ids, monitor) || moveBack(mailbox, messages));
    }

    /** The store knows what became of them, whatever they are called there. */
    private boolean moveBack(MailboxId home, Collection<MessageRow> messages) throws MailException {
        List<MessageId> ids = messages.stream().map(MessageRow::id).toList();
        Map<MailboxId, Set<MessageId>> places =
                parts.store().successors(ids).stream()
                        .filter(row -> !row.mailbox().equals(home))
                        .collect(
                                Collectors.groupingBy(
                                        MessageRow::mailbox,
                                        Collectors.mapping(MessageRow::id, Collectors.toSet())));
        if (places.values().stream().mapToInt(Set::size).sum() < ids.size()) {
            return false;
        }
        for (var place : places.entrySet()) {
            move(place.getKey(), place.getValue(), home);
        }
        return true;
    }

    private StoredMailbox required(MailboxId mailbox) throws MailException {
        return parts.store()
                .mailbox(mailbox)
                .orElseThrow(
                        () -> new MailException(new Failure.NoSuchMailbox("#" + mailbox.value())));
    }

    private void replaySoon(UserIntents.Intent intent) {
        known(intent.account()).ifPresent(AccountDesk::replaySoon);
    }

    @Override
    public void addListener(EngineListener listener) {
        workshop.listeners().add(listener);
    }

    @Override
    public void removeListener(EngineListener listener) {
        workshop.listeners().remove(listener);
    }

    @Override
    public void close() {
        parts.accounts().removeListener(follower);
        desks.values().forEach(AccountDesk::retire);
        workshop.close();
    }
}
