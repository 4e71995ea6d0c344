package example.maildir;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.net.Posture;
import org.postern.transport.BodySink;
import org.postern.transport.CanDelete;
import org.postern.transport.CanFlag;
import org.postern.transport.ChangeSink;
import org.postern.transport.MailSession;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMailbox;
import org.postern.transport.RemoteMessage;
import org.postern.transport.SyncToken;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A Maildir as a session: files are messages, renaming sets flags, removing deletes. */
final class MaildirSession implements MailSession, CanFlag, CanDelete {

    private static final int LONGEST_HEADER = 256 * 1024;

    private final MaildirFolder folder;
    private volatile boolean closed;

    MaildirSession(Path root) {
        folder = new MaildirFolder(root);
    }

    @Override
    public List<RemoteMailbox> mailboxes(IProgressMonitor monitor) throws MailException {
        return locally(monitor, folder::mailboxes);
    }

    @Override
    public SyncToken changes(
            String mailbox, Optional<SyncToken> since, ChangeSink sink, IProgressMonitor monitor)
            throws MailException {
        Map<RemoteId, MaildirEntry> now = entries(mailbox, monitor);
        Optional<Map<RemoteId, String>> known = since.flatMap(MaildirToken::read);
        if (since.isPresent() && known.isEmpty()) {
            sink.forgotten();
        }
        Map<RemoteId, String> before = known.orElse(Map.of());
        for (RemoteId id : before.keySet()) {
            if (!now.containsKey(id)) {
                sink.vanished(id);
            }
        }
        tell(now, before, sink, monitor);
        return MaildirToken.of(now);
    }

    /** What is new or flagged otherwise, newest first. */
    private void tell(
            Map<RemoteId, MaildirEntry> now,
            Map<RemoteId, String> before,
            ChangeSink sink,
            IProgressMonitor monitor)
            throws MailException {
        List<MaildirEntry> newestFirst = new ArrayList<>(now.values());
        Collections.reverse(newestFirst);
        for (MaildirEntry entry : newestFirst) {
            String letters = before.get(entry.id());
            if (letters == null) {
                sink.added(locally(monitor, () -> message(entry)));
            } else if (!letters.equals(entry.letters())) {
                sink.flags(entry.id(), entry.flags());
            }
        }
    }

    private static RemoteMessage message(MaildirEntry entry) throws IOException {
        return new RemoteMessage(
                entry.id(),
                entry.flags(),
                Files.size(entry.file()),
                Optional.of(Files.getLastModifiedTime(entry.file()).toInstant()),
                headers(entry.file()));
    }

    private static byte[] headers(Path file) throws IOException {
        ByteArrayOutputStream headers = new ByteArrayOutputStream(4096);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int inLine = 0;
            for (int b = in.read(); b >= 0 && headers.size() < LONGEST_HEADER; b = in.read()) {
                if (b == '\n' && inLine == 0) {
                    break;
                }
                if (b != '\r') {
                    inLine = b == '\n' ? 0 : inLine + 1;
                    headers.write(b);
                }
            }
        }
        return headers.toByteArray();
    }

    @Override
    public void bodies(
            String mailbox, Collection<RemoteId> ids, BodySink sink, IProgressMonitor monitor)
            throws MailException {
        Map<RemoteId, MaildirEntry> now = entries(mailbox, monitor);
        for (RemoteId id : ids) {
            MaildirEntry entry = now.get(id);
            if (entry != null) {
                body(entry, sink, monitor);
            }
        }
    }

    private void body(MaildirEntry entry, BodySink sink, IProgressMonitor monitor)
            throws MailException {
        locally(
                monitor,
                () -> {
                    try (InputStream in = Files.newInputStream(entry.file())) {
                        sink.body(entry.id(), in);
                    } catch (NoSuchFileException e) {
                        return false;
                    }
                    return true;
                });
    }

    @Override
    public void flag(
            String mailbox,
            Collection<RemoteId> ids,
            Set<Flag> add,
            Set<Flag> remove,
            IProgressMonitor monitor)
            throws MailException {
        Map<RemoteId, MaildirEntry> now = entries(mailbox, monitor);
        Path cur = folder.path(mailbox).resolve("cur");
        for (RemoteId id : ids) {
            MaildirEntry entry = now.get(id);
            if (entry != null) {
                Set<Flag> flags = EnumSet.noneOf(Flag.class);
                flags.addAll(entry.flags());
                flags.addAll(add);
                flags.removeAll(remove);
                locally(
                        monitor,
                        () -> Files.move(entry.file(), cur.resolve(entry.nameWith(flags))));
            }
        }
    }

    @Override
    public void delete(String mailbox, Collection<RemoteId> ids, IProgressMonitor monitor)
            throws MailException {
        Map<RemoteId, MaildirEntry> now = entries(mailbox, monitor);
        for (RemoteId id : ids) {
            MaildirEntry entry = now.get(id);
            if (entry != null) {
                locally(monitor, () -> Files.deleteIfExists(entry.file()));
            }
        }
    }

    @Override
    public <C> Optional<C> capability(Class<C> type) {
        boolean can = type == CanFlag.class || type == CanDelete.class;
        return can ? Optional.of(type.cast(this)) : Optional.empty();
    }

    @Override
    public Optional<Posture> posture() {
        return Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
    }

    private Map<RemoteId, MaildirEntry> entries(String mailbox, IProgressMonitor monitor)
            throws MailException {
        if (!mailbox.equals(MaildirFolder.INBOX)
                && !(mailbox.startsWith(".") && folder.has(mailbox))) {
            throw new MailException(new Failure.NoSuchMailbox(mailbox));
        }
        return locally(monitor, () -> folder.entries(mailbox));
    }

    private interface Work<T> {
        T run() throws IOException, MailException;
    }

    private <T> T locally(IProgressMonitor monitor, Work<T> work) throws MailException {
        if (monitor.isCanceled()) {
            close();
            throw new OperationCanceledException();
        }
        if (closed) {
            throw new MailException(new Failure.LocalStorage("Maildir", "the session was closed"));
        }
        try {
            return work.run();
        } catch (IOException e) {
            throw new MailException(
                    new Failure.LocalStorage("Maildir", String.valueOf(e.getMessage())), e);
        }
    }
}
