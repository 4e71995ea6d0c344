package org.postern.ui.internal.list;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.postern.search.SearchListener;
import org.postern.store.ListQuery;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.ui.Services;
import org.postern.ui.internal.look.Coalescer;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keeps a list in step with the store: asks for its lines and rows beside the user interface's
 * thread, and again when something changed.
 */
final class ListDesk {

    /** Whom it belongs to. */
    interface Owner {

        /** There are other lines. */
        void listed();

        void selected();

        void flag(MessageRow row);

        void open();

        void typed(char letter);
    }

    /** A list that is asked for again and again gets at most this part of the time, as 1 in n. */
    private static final int PART = 4;

    /** So many messages stay in sight though they were read; nobody looks at more. */
    private static final int MOST_KEPT = 100;

    /** So many hits are shown at first, and four times as many when one comes to the last. */
    private static final int FIRST_HITS = 200;

    private final Services services;
    private final Owner owner;
    private final MessageList list;
    private final ListSource source;
    private final Places places;
    private final RowFeed feed;
    private final Snippets snippets;
    private final ListWatch watch;
    private final SearchListener news;
    private final Set<Long> open = new HashSet<>();
    private Shown shown = new Shown.Nothing();
    private ListWish wish = ListTaste.stored();
    private Optional<MessageId> sought = Optional.empty();
    private List<MessageId> asked = List.of();
    private Optional<Lines.Mistake> mistake = Optional.empty();
    private int total;
    private int most = FIRST_HITS;
    private boolean fresh;
    private boolean waiting;
    private boolean resting;
    private boolean again;

    ListDesk(Composite parent, Services services, Owner owner) {
        this.services = services;
        this.owner = owner;
        source = new ListSource(services);
        places = new Places(services);
        list = new MessageList(parent, new Hands());
        feed = new RowFeed(parent.getDisplay());
        snippets = new Snippets(services.search(), feed, list);
        Coalescer changes = new Coalescer(parent.getDisplay(), this::takeIn);
        watch = new ListWatch(services.store(), changes::wish);
        Coalescer found = new Coalescer(parent.getDisplay(), this::findAgain);
        news = found::wish;
        services.search().addListener(news);
        list.addListener(SWT.Dispose, e -> close());
    }

    private void close() {
        watch.close();
        services.search().removeListener(news);
        feed.close();
    }

    MessageList list() {
        return list;
    }

    ListWish wish() {
        return wish;
    }

    /** How many messages there are, whatever the filter. */
    int total() {
        return total;
    }

    /** What is wrong with the query, if it is. */
    Optional<Lines.Mistake> mistake() {
        return mistake;
    }

    /** Whether the lines are not known yet. */
    boolean waiting() {
        return waiting;
    }

    /** Shows something else. Who goes on typing a search sees what was found till now. */
    void show(Shown next, ListWish how) {
        boolean goesOn = shown instanceof Shown.Found && next instanceof Shown.Found;
        shown = next;
        wish = how;
        list.places(Places.several(next) ? places::of : mailbox -> "");
        open.clear();
        sought = Optional.empty();
        most = FIRST_HITS;
        if (goesOn) {
            fresh = true;
            ask(Set.of());
            return;
        }
        begin();
        if (how.plain() && !ListSource.threaded(next, how)) {
            feed.rows(monitor -> source.first(next), lines -> firstLines(next, lines));
        }
    }

    /** Shows the same otherwise. */
    void wish(ListWish how) {
        if (how.equals(wish)) {
            return;
        }
        fresh = true;
        boolean sameOrder = how.filtered("", false).equals(wish.filtered("", false));
        wish = how;
        if (sameOrder) {
            ask(Set.of());
        } else {
            begin();
        }
    }

    private void begin() {
        list.begin(Listing.EMPTY, shown instanceof Shown.Found);
        mistake = Optional.empty();
        fresh = true;
        total = 0;
        waiting = true;
        watch.follow(Set.copyOf(source.mailboxes(shown)));
        ask(Set.of());
    }

    /** The newest messages are there long before all of a large mailbox are. */
    private void firstLines(Shown whose, Lines lines) {
        if (waiting && whose.equals(shown)) {
            total = lines.total();
            list.rows(lines.rows());
            list.show(lines.listing());
            owner.listed();
        }
    }

    private void ask(Set<MessageId> kept) {
        Shown what = shown;
        ListWish how = wish;
        Set<Long> opened = Set.copyOf(open);
        int hits = most;
        long start = System.nanoTime();
        feed.list(
                monitor -> source.all(what, how, kept, opened, hits, monitor),
                lines -> hear(lines, (System.nanoTime() - start) / 1_000_000));
    }

    private void hear(Lines lines, long milliseconds) {
        waiting = false;
        places.forget();
        total = lines.total();
        mistake = lines.mistake();
        list.cache(lines.rows());
        if (fresh && shown instanceof Shown.Found found) {
            snippets.begin(found, wish);
            list.begin(lines.listing(), true);
        } else {
            list.show(lines.listing().opened(Set.copyOf(open)));
        }
        fresh = false;
        sought.ifPresent(this::select);
        owner.listed();
        list.getDisplay().timerExec((int) Math.min(5_000, milliseconds * PART), this::rested);
        resting = true;
    }

    private void rested() {
        resting = false;
        if (again) {
            again = false;
            askAgain();
        }
    }

    private void askAgain() {
        if (list.isDisposed()) {
            return;
        }
        if (resting) {
            again = true;
        } else {
            List<MessageId> seen =
                    list.choice().count() > MOST_KEPT ? List.of() : list.choice().messages();
            ask(Set.copyOf(seen));
        }
    }

    /** The index has taken something in. */
    private void findAgain() {
        if (!list.isDisposed() && shown instanceof Shown.Found) {
            askAgain();
            owner.listed();
        }
    }

    private void takeIn() {
        if (list.isDisposed()) {
            return;
        }
        ListWatch.Changes changes = watch.take();
        if (changes.none()) {
            return;
        }
        if (!changes.removed().isEmpty()) {
            list.removed(changes.removed());
            total = Math.max(0, total - changes.removed().size());
            owner.listed();
        }
        list.changed(changes.changed());
        if (shown instanceof Shown.Found) {
            return;
        }
        boolean byFlags = source.query(shown, wish).only() != ListQuery.Only.ALL;
        if (changes.others() || !changes.removed().isEmpty() || byFlags) {
            askAgain();
        }
    }

    /** Selects a message as soon as it is shown. */
    void select(MessageId message) {
        sought = Optional.of(message);
        list.listing()
                .place(message)
                .ifPresent(
                        place -> {
                            sought = Optional.empty();
                            list.select(place);
                        });
    }

    void selectUnread(int step) {
        ListQuery unread = source.query(shown, wish).only(ListQuery.Only.UNREAD);
        feed.rows(
                monitor -> services.store().list(unread, monitor),
                ids -> {
                    Arrays.sort(ids);
                    selectUnread(ids, step);
                });
    }

    /** A thread is opened to get at the unread message in it. */
    private void selectUnread(long[] ids, int step) {
        BitSet unread = list.listing().places(ids);
        int place = Round.next(unread, list.choice().first(), step).orElse(-1);
        if (place >= 0 && list.listing().closed(place)) {
            toggle(place);
            place = list.listing().places(ids).nextSetBit(place);
        }
        if (place >= 0) {
            list.select(place);
        }
    }

    void selectBeyond() {
        ListChoice choice = list.choice();
        if (choice.count() == 0) {
            return;
        }
        int after = choice.last() + 1;
        int beside = after < list.getItemCount() ? after : choice.first() - 1;
        if (beside >= 0) {
            list.select(beside);
        } else {
            list.selectNone();
        }
    }

    void withSelected(Consumer<List<MessageRow>> work) {
        List<MessageId> ids = list.choice().allMessages();
        if (ids.size() == 1 && list.row(list.choice().first()).isPresent()) {
            work.accept(List.of(list.row(list.choice().first()).get()));
        } else if (!ids.isEmpty()) {
            feed.rows(monitor -> services.store().rows(ids), work);
        }
    }

    private void toggle(int place) {
        long thread = list.listing().threadOf(place);
        if (!open.remove(thread)) {
            open.add(thread);
        }
        list.show(list.listing().opened(Set.copyOf(open)));
    }

    /** Opens all threads, or closes them. */
    void openAll(boolean wide) {
        open.clear();
        if (wide) {
            Listing all = list.listing();
            for (int place = 0; place < all.size(); place++) {
                open.add(all.threadOf(place));
            }
        }
        list.show(list.listing().opened(Set.copyOf(open)));
    }

    /** What the list asks for. */
    private final class Hands implements MessageList.Owner {

        @Override
        public void wanted(List<MessageId> ids) {
            if (!ids.equals(asked)) {
                asked = ids;
                feed.rows(monitor -> services.store().rows(ids), this::came);
            }
        }

        @Override
        public void inSight(List<MessageId> ids, boolean last) {
            if (shown instanceof Shown.Found && !fresh) {
                snippets.wanted(ids);
                if (last && list.getItemCount() >= most && total > list.getItemCount()) {
                    most *= 4;
                    ask(Set.of());
                }
            }
        }

        private void came(List<MessageRow> rows) {
            asked = List.of();
            list.rows(rows);
        }

        @Override
        public void selected() {
            owner.selected();
        }

        @Override
        public void flag(MessageRow row) {
            owner.flag(row);
        }

        @Override
        public void toggle(int place) {
            ListDesk.this.toggle(place);
        }

        @Override
        public void open() {
            owner.open();
        }

        @Override
        public void typed(char letter) {
            owner.typed(letter);
        }
    }
}
