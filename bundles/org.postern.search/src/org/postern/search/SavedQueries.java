package org.postern.search;

import org.postern.core.AtomicFile;
import org.postern.core.Failure;
import org.postern.core.KeyedText;
import org.postern.core.MailException;
import org.postern.search.internal.Messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The queries that the user saved, in one small file. Thread-safe. Reading never touches the disk
 * after {@link #open}; changing returns when the file is durable.
 */
public final class SavedQueries {

    private final Path file;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<String> problems;
    private volatile List<SavedQuery> all;

    private SavedQueries(Path file, List<SavedQuery> all, List<String> problems) {
        this.file = file;
        this.all = List.copyOf(all);
        this.problems = List.copyOf(problems);
    }

    /**
     * Opens the file, which is made with the first query. One that has lines that no version writes
     * is set aside.
     *
     * @throws MailException with {@link Failure.LocalStorage} when the file is there and cannot be
     *     read
     */
    public static SavedQueries open(Path file) throws MailException {
        try {
            if (!Files.exists(file)) {
                return new SavedQueries(file, List.of(), List.of());
            }
            byte[] bytes = Files.readAllBytes(file);
            try {
                return new SavedQueries(file, read(bytes), List.of());
            } catch (KeyedText.Malformed | IllegalArgumentException e) {
                Path aside = AtomicFile.setAside(file, "damaged");
                String problem = Messages.format("saved.damaged", file, aside, e.getMessage());
                return new SavedQueries(file, List.of(), List.of(problem));
            }
        } catch (IOException e) {
            throw failed("saved.read", file, e);
        }
    }

    /** Sentences about what was found damaged. */
    public List<String> problems() {
        return problems;
    }

    private static List<SavedQuery> read(byte[] bytes) throws KeyedText.Malformed {
        Map<String, String> pairs = KeyedText.read(bytes);
        List<SavedQuery> read = new ArrayList<>();
        for (int n = 1; pairs.containsKey(n + ".name"); n++) {
            String text = Optional.ofNullable(pairs.get(n + ".query")).orElse("");
            read.add(new SavedQuery(pairs.get(n + ".name"), text));
        }
        return read;
    }

    /** All of them, in the order in which they were saved first. */
    public List<SavedQuery> all() {
        return all;
    }

    /** Adds a query, or replaces the one with the same name. */
    public void save(SavedQuery query) throws MailException {
        change(
                now -> {
                    int place = names(now).indexOf(query.name());
                    if (place < 0) {
                        now.add(query);
                    } else {
                        now.set(place, query);
                    }
                });
    }

    /** Removes the query with that name, when there is one. */
    public void remove(String name) throws MailException {
        change(now -> now.removeIf(query -> query.name().equals(name)));
    }

    /** Told after each change, on the thread that made it. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private interface Change {
        void on(List<SavedQuery> queries);
    }

    private void change(Change change) throws MailException {
        synchronized (this) {
            List<SavedQuery> now = new ArrayList<>(all);
            change.on(now);
            write(now);
            all = List.copyOf(now);
        }
        listeners.forEach(Runnable::run);
    }

    private void write(List<SavedQuery> queries) throws MailException {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (SavedQuery query : queries) {
            int n = pairs.size() / 2 + 1;
            pairs.put(n + ".name", query.name());
            pairs.put(n + ".query", query.text());
        }
        try {
            AtomicFile.privateFolder(file.toAbsolutePath().getParent());
            AtomicFile.write(file, KeyedText.write(pairs));
        } catch (IOException e) {
            throw failed("saved.write", file, e);
        }
    }

    private static List<String> names(List<SavedQuery> queries) {
        return queries.stream().map(SavedQuery::name).toList();
    }

    private static MailException failed(String key, Path file, Exception cause) {
        String detail = String.valueOf(cause.getMessage());
        return new MailException(
                new Failure.LocalStorage(Messages.format(key, file), detail), cause);
    }
}
