package org.postern.search;

import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.account.Accounts;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.search.internal.Messages;
import org.postern.search.internal.index.Content;
import org.postern.search.internal.index.Finder;
import org.postern.search.internal.index.Pace;
import org.postern.search.internal.index.Runner;
import org.postern.search.internal.index.Snippets;
import org.postern.store.ChangeFeed.Point;
import org.postern.store.MailStore;
import org.postern.store.MessageId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A search whose index lies in a folder of its own. An index that is damaged, of another version or
 * of another store is made anew by itself. It has to be closed before its store.
 */
public final class IndexedMailSearch implements MailSearch {

    /** Somebody who waits looks this often whether he was cancelled; milliseconds. */
    private static final long LOOK = 100;

    private final MailStore store;
    private final Runner runner;
    private final Finder finder;
    private final Snippets snippets;
    private final List<SearchListener> listeners = new CopyOnWriteArrayList<>();

    private IndexedMailSearch(MailStore store, Accounts accounts, Path folder, Pace pace)
            throws MailException, IOException {
        this.store = store;
        this.runner = new Runner(store, folder, pace.telling(this::tell));
        this.finder = new Finder(runner, store, accounts);
        this.snippets = new Snippets(store, new Content(store, folder));
    }

    /**
     * Opens the index in that folder, which is made when it is not there, and begins to follow the
     * store.
     *
     * @param accounts by whose names {@code account:} and {@code in:} are understood
     * @throws MailException with {@link Failure.LocalStorage} when the folder cannot be used
     */
    public static IndexedMailSearch open(MailStore store, Accounts accounts, Path folder)
            throws MailException {
        return open(store, accounts, folder, Pace.STANDARD);
    }

    /** For this bundle's own tests. */
    public static IndexedMailSearch open(MailStore store, Accounts accounts, Path folder, Pace pace)
            throws MailException {
        try {
            return new IndexedMailSearch(store, accounts, folder, pace);
        } catch (IOException e) {
            throw failed(Messages.format("index.open", folder), e);
        }
    }

    private void tell() {
        listeners.forEach(SearchListener::foundAnew);
    }

    @Override
    public Page find(Query query, Order order, int from, int count, IProgressMonitor monitor)
            throws MailException {
        return ask(monitor, () -> finder.find(query, order, from, count));
    }

    @Override
    public long count(Query query, IProgressMonitor monitor) throws MailException {
        return ask(monitor, () -> finder.count(query));
    }

    @Override
    public Optional<Snippet> snippet(Query query, MessageId message, IProgressMonitor monitor)
            throws MailException {
        return ask(monitor, () -> snippets.of(query, message));
    }

    /** Something to be asked of the index or the store. */
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException;
    }

    private <T> T ask(IProgressMonitor monitor, Question<T> question) throws MailException {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        try {
            return question.ask();
        } catch (CorruptIndexException e) {
            runner.rebuild();
            throw failed(Messages.format("index.read"), e);
        } catch (IOException e) {
            throw failed(Messages.format("index.read"), e);
        } catch (AlreadyClosedException e) {
            throw failed(Messages.format("index.closed"), e);
        } catch (UncheckedIOException e) {
            throw failed(Messages.format("index.read"), e.getCause());
        }
    }

    private static MailException failed(String sentence, Exception cause) {
        return new MailException(
                new Failure.LocalStorage(sentence, String.valueOf(cause.getMessage())), cause);
    }

    @Override
    public Progress progress() {
        return runner.progress();
    }

    @Override
    public void await(IProgressMonitor monitor) throws MailException {
        Point now = store.feed().now();
        while (!runner.await(now, LOOK)) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
        }
    }

    @Override
    public void rebuild() {
        runner.rebuild();
    }

    @Override
    public void addListener(SearchListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(SearchListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void close() {
        runner.close();
    }
}
