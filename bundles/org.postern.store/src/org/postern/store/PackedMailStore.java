package org.postern.store;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.AccountId;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.store.internal.IntentWriting;
import org.postern.store.internal.Setup;
import org.postern.store.internal.StoreFeed;
import org.postern.store.internal.StoreLock;
import org.postern.store.internal.StoreReading;
import org.postern.store.internal.StoreRoot;
import org.postern.store.internal.StoreUpkeep;
import org.postern.store.internal.StoreWriting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A store whose messages' bytes lie in append-only packs and all else in a database, in one folder.
 */
public final class PackedMailStore implements MailStore {

    private final StoreRoot root;
    private final StoreReading reading;
    private final StoreWriting writing;
    private final IntentWriting intents;
    private final StoreUpkeep upkeep;

    private PackedMailStore(StoreRoot root) {
        this.root = root;
        this.reading = new StoreReading(root);
        this.writing = new StoreWriting(root);
        this.intents = new IntentWriting(root);
        this.upkeep = new StoreUpkeep(root);
    }

    /**
     * Opens the store in that folder, which is made when it is not there.
     *
     * @throws MailException with {@link org.postern.core.Failure.LocalStorage} when another process
     *     has it open, when a newer version wrote it, or when it cannot be read
     */
    public static PackedMailStore open(Path folder) throws MailException {
        return open(folder, Setup.STANDARD);
    }

    /**
     * @param clock says when bodies were stored
     */
    public static PackedMailStore open(Path folder, Clock clock) throws MailException {
        return open(folder, Setup.STANDARD.withClock(clock));
    }

    /** For this bundle's own tests. */
    public static PackedMailStore open(Path folder, Setup setup) throws MailException {
        return new PackedMailStore(StoreRoot.open(folder, setup));
    }

    /** Whether somebody has the store in that folder open at this instant. */
    public static boolean inUse(Path folder) {
        return StoreLock.taken(folder);
    }

    /** Sentences about what was found damaged when the store was opened. */
    public List<String> problems() {
        return root.problems();
    }

    @Override
    public List<StoredMailbox> mailboxes(AccountId account) {
        return reading.mailboxes(account);
    }

    @Override
    public Optional<StoredMailbox> mailbox(MailboxId id) {
        return reading.mailbox(id);
    }

    @Override
    public List<MessageRow> rows(MailboxId mailbox) {
        return reading.rows(mailbox);
    }

    @Override
    public List<MessageRow> page(MailboxId mailbox, int from, int count) {
        return reading.page(mailbox, from, count);
    }

    @Override
    public long[] list(ListQuery query, IProgressMonitor monitor) {
        return reading.list(query, monitor);
    }

    @Override
    public List<MessageRow> rows(List<MessageId> ids) {
        return reading.rows(ids);
    }

    @Override
    public List<MailThread> threads(MailboxId mailbox) {
        return reading.threads(mailbox);
    }

    @Override
    public Optional<MessageRow> row(MessageId id) {
        return reading.row(id);
    }

    @Override
    public Optional<InputStream> open(MessageId id) throws MailException {
        return reading.open(id);
    }

    @Override
    public Optional<String> token(MailboxId mailbox) {
        return reading.token(mailbox);
    }

    @Override
    public List<MissingBody> missing(MailboxId mailbox) {
        return reading.missing(mailbox);
    }

    @Override
    public Set<String> remoteIds(MailboxId mailbox) {
        return reading.remoteIds(mailbox);
    }

    @Override
    public List<String> removable(MailboxId mailbox, Instant storedBefore) {
        return reading.removable(mailbox, storedBefore);
    }

    @Override
    public List<Intent> intents(AccountId account) {
        return reading.intents(account);
    }

    @Override
    public void reconcile(AccountId account, List<MailboxEntry> mailboxes) throws MailException {
        writing.reconcile(account, mailboxes);
    }

    @Override
    public void rename(AccountId account, Map<String, MailboxEntry> renamed) throws MailException {
        writing.rename(account, renamed);
    }

    @Override
    public Optional<Set<Flag>> flags(MailboxId mailbox, String remoteId) {
        return reading.flags(mailbox, remoteId);
    }

    @Override
    public Batch begin(MailboxId mailbox) throws MailException {
        return writing.begin(mailbox);
    }

    @Override
    public BodyBatch beginBodies(MailboxId mailbox) throws MailException {
        return writing.beginBodies(mailbox);
    }

    @Override
    public Intent flag(MailboxId mailbox, Set<MessageId> messages, Set<Flag> add, Set<Flag> remove)
            throws MailException {
        Action action = new Action.SetFlags(Set.copyOf(add), Set.copyOf(remove));
        return intents.intend(mailbox, messages, action);
    }

    @Override
    public Intent delete(MailboxId mailbox, Set<MessageId> messages) throws MailException {
        return intents.intend(mailbox, messages, new Action.Delete());
    }

    @Override
    public Intent move(MailboxId mailbox, Set<MessageId> messages, MailboxId target)
            throws MailException {
        return intents.transfer(mailbox, messages, target, Action.Move::new);
    }

    @Override
    public Intent copy(MailboxId mailbox, Set<MessageId> messages, MailboxId target)
            throws MailException {
        return intents.transfer(mailbox, messages, target, Action.Copy::new);
    }

    @Override
    public Intent append(MailboxId mailbox, NewMessage message, Instant received, InputStream bytes)
            throws IOException, MailException {
        return intents.append(mailbox, message, received, bytes);
    }

    @Override
    public Set<String> made(Intent intent) {
        return reading.made(intent);
    }

    @Override
    public Set<String> gone(Intent intent) {
        return reading.gone(intent);
    }

    @Override
    public Optional<Upload> upload(Intent intent) {
        return reading.upload(intent);
    }

    @Override
    public List<MessageRow> successors(Collection<MessageId> messages) {
        return reading.successors(messages);
    }

    @Override
    public boolean awaits(MailboxId mailbox) {
        return reading.awaits(mailbox);
    }

    @Override
    public void sending(List<Intent> sent) throws MailException {
        intents.sending(sent);
    }

    @Override
    public void settled(Intent intent, Map<String, String> made) throws MailException {
        intents.settled(intent, made);
    }

    @Override
    public void backedOut(Intent intent) throws MailException {
        intents.backedOut(intent);
    }

    @Override
    public void redirected(Intent append, MailboxId other) throws MailException {
        intents.redirected(append, other);
    }

    @Override
    public boolean uploadInstead(Intent intent, String remoteId) throws MailException {
        return intents.uploadInstead(intent, remoteId);
    }

    @Override
    public ChangeFeed feed() {
        return new StoreFeed(root);
    }

    @Override
    public void forget(AccountId account) throws MailException {
        writing.forget(account);
    }

    @Override
    public StoreCheck verify(Set<AccountId> accounts, IProgressMonitor monitor)
            throws MailException {
        return upkeep.verify(accounts, monitor);
    }

    @Override
    public void patrol(PatrolPace pace, Consumer<StoreCheck> news) {
        upkeep.patrol(pace, news);
    }

    @Override
    public void reclaim(IProgressMonitor monitor) throws MailException {
        upkeep.reclaim(monitor);
    }

    @Override
    public void addListener(StoreListener listener) {
        root.listeners().add(listener);
    }

    @Override
    public void removeListener(StoreListener listener) {
        root.listeners().remove(listener);
    }

    @Override
    public void close() {
        root.close();
    }
}
