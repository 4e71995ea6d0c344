package org.postern.ui.internal.list;

import org.postern.store.MessageId;
import org.postern.store.MessageRow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * The rows that the list shows: a snapshot of the mailbox, thinned out by the filter. Only for one
 * thread.
 */
public final class RowModel {

    private List<MessageRow> all = List.of();
    private List<MessageRow> shown = List.of();
    private final Map<MessageId, Integer> places = new HashMap<>();
    private String words = "";
    private boolean unreadOnly;

    /** Takes another snapshot. */
    public void rows(List<MessageRow> rows) {
        all = rows;
        thinOut(id -> false);
    }

    /**
     * Takes another snapshot of the same mailbox; what is selected stays in sight, though it may
     * have been read meanwhile.
     *
     * @return whether it differs from the one before
     */
    public boolean rows(List<MessageRow> rows, Collection<MessageId> selected) {
        if (rows.equals(all)) {
            return false;
        }
        all = rows;
        thinOut(selected::contains);
        return true;
    }

    /** Filters by words in author and subject; empty shows everything. */
    public void words(String text) {
        words = text.strip().toLowerCase(Locale.ROOT);
        thinOut(id -> false);
    }

    /** Whether only unread messages are shown. */
    public void unreadOnly(boolean only) {
        unreadOnly = only;
        thinOut(id -> false);
    }

    private void thinOut(Predicate<MessageId> kept) {
        shown = filtering() ? all.stream().filter(r -> passes(r, kept)).toList() : all;
        places.clear();
    }

    private boolean filtering() {
        return unreadOnly || !words.isEmpty();
    }

    private boolean passes(MessageRow row, Predicate<MessageId> kept) {
        boolean wanted = !unreadOnly || row.unread() || kept.test(row.id());
        return wanted && (words.isEmpty() || has(row));
    }

    private boolean has(MessageRow row) {
        return contains(row.subject())
                || contains(row.from().name())
                || contains(row.from().address());
    }

    private boolean contains(String text) {
        return text.toLowerCase(Locale.ROOT).contains(words);
    }

    /** How many rows are shown. */
    public int size() {
        return shown.size();
    }

    /** How many there are, whatever the filter. */
    public int total() {
        return all.size();
    }

    /** The row at that place. */
    public MessageRow at(int place) {
        return shown.get(place);
    }

    /** The row at that place; empty when there is none (any more). */
    public Optional<MessageRow> find(int place) {
        return place >= 0 && place < shown.size()
                ? Optional.of(shown.get(place))
                : Optional.empty();
    }

    /** Where a message stands; empty when it is not shown. */
    public OptionalInt place(MessageId id) {
        if (places.isEmpty()) {
            for (int i = 0; i < shown.size(); i++) {
                places.put(shown.get(i).id(), i);
            }
        }
        Integer place = places.get(id);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** The places of those messages that are shown, rising. */
    public int[] places(Collection<MessageId> ids) {
        return ids.stream()
                .map(this::place)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .sorted()
                .toArray();
    }

    /**
     * The next unread row from a place, going round.
     *
     * @param from where to begin, itself not counted; -1 for the beginning
     * @param step 1 downwards, -1 upwards
     */
    public OptionalInt unread(int from, int step) {
        int size = shown.size();
        for (int i = 1; i <= size; i++) {
            int place = Math.floorMod((from < 0 && step < 0 ? 0 : from) + i * step, size);
            if (shown.get(place).unread()) {
                return OptionalInt.of(place);
            }
        }
        return OptionalInt.empty();
    }

    /** The messages at these places. */
    public List<MessageRow> at(int[] chosen) {
        List<MessageRow> rows = new ArrayList<>();
        for (int place : chosen) {
            find(place).ifPresent(rows::add);
        }
        return rows;
    }
}
