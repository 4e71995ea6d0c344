package org.postern.ui.internal.list;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.postern.search.Snippet;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;
import org.postern.store.MessageRow;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.look.Css;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A list of messages that draws the lines in sight, and knows nothing of the others but the numbers
 * of their messages: a million lines cost as much to show as ten. Rows that it has to draw and does
 * not have it asks its {@link Owner} for.
 */
public final class MessageList extends Canvas {

    /** Whom the list belongs to; called on the user interface's thread. */
    public interface Owner {

        /** Lines in sight need these rows; to be given by {@link #rows}. */
        void wanted(List<MessageId> ids);

        /**
         * These messages are in sight now.
         *
         * @param last whether the last line is among them
         */
        void inSight(List<MessageId> ids, boolean last);

        /** Other lines are selected, or the one that is selected changed. */
        void selected();

        /** The star of a message was clicked. */
        void flag(MessageRow row);

        /** A thread is to be opened or closed. */
        void toggle(int place);

        /** The message is to be read. */
        void open();

        /** Somebody typed a letter that means nothing else. */
        void typed(char letter);
    }

    /** Threads are drawn by at most so many of their messages. */
    private static final int MEMBERS_LOOKED_AT = 40;

    private final Owner owner;
    private final RowPainter painter;
    private final ListChoice choice = new ListChoice();
    private final RowCache cache = new RowCache();
    private final Map<MessageId, Snippet> snippets = new HashMap<>();
    private final ListAccess access;
    private Listing listing = Listing.EMPTY;
    private List<MessageRow> told = List.of();
    private int toldCount;
    private Function<MailboxId, String> places = mailbox -> "";
    private boolean found;
    private int top;

    public MessageList(Composite parent, Owner owner) {
        super(parent, SWT.V_SCROLL | SWT.DOUBLE_BUFFERED);
        this.owner = owner;
        WidgetIds.name(this, WidgetIds.LIST_TABLE);
        Css.LIST.style(this);
        painter = new RowPainter(this);
        access = new ListAccess(this);
        new ListKeys(this, choice, owner).listen();
        new ListMouse(this, choice, owner, painter).listen();
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Resize, e -> scrollTo(top));
        addListener(SWT.FocusIn, e -> redraw());
        addListener(SWT.FocusOut, e -> redraw());
        getVerticalBar().addListener(SWT.Selection, e -> scrolled());
    }

    private void scrolled() {
        top = getVerticalBar().getSelection();
        redraw();
    }

    /** Shows other lines, at first from the beginning and with nothing selected. */
    public void begin(Listing next, boolean withText) {
        choice.none();
        snippets.clear();
        found = withText;
        top = 0;
        show(next);
    }

    /**
     * Shows the lines as they are now. What is selected stays selected; the message that is at the
     * top stays there, unless it is the first: then what comes before it is seen.
     */
    public void show(Listing next) {
        int line = getTopIndex();
        int offset = top - line * rowHeight();
        Optional<MessageId> first =
                top > 0 && line < listing.size() ? Optional.of(listing.id(line)) : Optional.empty();
        listing = next;
        choice.listing(next);
        OptionalInt place = first.map(next::place).orElse(OptionalInt.empty());
        scrollTo(place.isPresent() ? place.getAsInt() * rowHeight() + offset : top);
        selectionChanged();
    }

    /** Says of each message in which mailbox it lies; with empty words it does not. */
    void places(Function<MailboxId, String> words) {
        places = words;
    }

    /** In which mailbox a message lies; empty where that is clear. */
    String place(MessageRow row) {
        return places.apply(row.mailbox());
    }

    /** Takes in rows of lines that are shown next. */
    void cache(Collection<MessageRow> rows) {
        cache.put(rows);
    }

    /** Takes in rows that were asked for, or that one has anyway. */
    public void rows(Collection<MessageRow> rows) {
        cache.put(rows);
        redraw();
        selectionChanged();
    }

    /** The words in which messages were found. */
    public void snippets(Map<MessageId, Snippet> some) {
        snippets.putAll(some);
        redraw();
    }

    /** Rows of these messages are to be read again. */
    public void changed(Collection<MessageId> ids) {
        cache.changed(ids);
        redraw();
    }

    /** These messages went; their lines go at once. */
    public void removed(Collection<MessageId> ids) {
        cache.removed(ids);
        show(listing.without(ids.stream().mapToLong(MessageId::value).sorted().toArray()));
    }

    private void paint(Event event) {
        GC gc = event.gc;
        gc.setBackground(getBackground());
        gc.fillRectangle(getClientArea());
        boolean active = isFocusControl();
        List<MessageId> wanted = new ArrayList<>();
        for (int place : inSight().toArray()) {
            painter.paint(gc, getBounds(place), line(place), active);
            wanted.addAll(looked(place));
        }
        ask(wanted);
        if (found) {
            List<MessageId> seen = inSight().mapToObj(listing::id).toList();
            owner.inSight(seen, seen.contains(lastOne()));
        }
    }

    private MessageId lastOne() {
        return listing.size() == 0 ? new MessageId(0) : listing.id(listing.size() - 1);
    }

    /** Those in sight first, then a page before and after. */
    private void ask(List<MessageId> wanted) {
        int page = page() + 1;
        int first = getTopIndex();
        IntStream.rangeClosed(first - page, first + 2 * page)
                .filter(place -> place >= 0 && place < listing.size())
                .forEach(place -> wanted.addAll(looked(place)));
        List<MessageId> missing = cache.missing(wanted).stream().distinct().toList();
        if (!missing.isEmpty()) {
            owner.wanted(missing);
        }
    }

    private List<MessageId> looked(int place) {
        List<MessageId> all = listing.all(place);
        if (all.size() <= MEMBERS_LOOKED_AT) {
            return all;
        }
        List<MessageId> some = new ArrayList<>(all.subList(0, MEMBERS_LOOKED_AT));
        some.add(listing.id(place));
        return some;
    }

    private RowPainter.Line line(int place) {
        return new RowPainter.Line(
                row(place),
                row(place).map(this::place).orElse(""),
                listing.depth(place),
                listing.members(place),
                listing.open(place),
                unread(place),
                choice.has(place),
                choice.focus() == place,
                Optional.ofNullable(snippets.get(listing.id(place))));
    }

    private boolean unread(int place) {
        return looked(place).stream()
                .flatMap(id -> cache.get(id).stream())
                .anyMatch(MessageRow::unread);
    }

    /** The lines of which something can be seen. */
    IntStream inSight() {
        int last = (top + getClientArea().height - 1) / rowHeight();
        return IntStream.rangeClosed(getTopIndex(), Math.min(last, listing.size() - 1));
    }

    /** The message of a line; empty while it is being read. */
    public Optional<MessageRow> row(int place) {
        return place >= 0 && place < listing.size()
                ? cache.get(listing.id(place))
                : Optional.empty();
    }

    /** The words in which a message was found, after a comma; empty when there are none. */
    String snippet(MessageId id) {
        return Optional.ofNullable(snippets.get(id)).map(text -> ", " + text.text()).orElse("");
    }

    RowPainter.Line lineAt(int place) {
        return line(place);
    }

    /** What stands on which line. */
    public Listing listing() {
        return listing;
    }

    /** What is selected. */
    ListChoice choice() {
        return choice;
    }

    /** After the selection was changed by hand: shows it, and says so. */
    void moved(int place) {
        reveal(place);
        selectionChanged();
        access.moved(place);
    }

    private void reveal(int place) {
        int y = place * rowHeight();
        if (y < top) {
            scrollTo(y);
        } else if (y + rowHeight() > top + getClientArea().height) {
            scrollTo(y + rowHeight() - getClientArea().height);
        } else {
            redraw();
        }
    }

    /** Selects one line and brings it into sight. */
    public void select(int place) {
        choice.only(place);
        moved(place);
    }

    /** Selects nothing. */
    public void selectNone() {
        choice.none();
        redraw();
        selectionChanged();
    }

    /** Tells the owner when something else is selected, as soon as a single row is known. */
    private void selectionChanged() {
        int count = choice.count();
        List<MessageRow> now = count == 1 ? row(choice.first()).stream().toList() : List.of();
        if (count == 1 && now.isEmpty()) {
            owner.wanted(List.of(listing.id(choice.first())));
            return;
        }
        boolean same = count == toldCount && now.equals(told);
        told = now;
        toldCount = count;
        if (!same || count > 1) {
            owner.selected();
        }
        if (!same) {
            access.selected();
        }
    }

    private void scrollTo(int pixel) {
        int height = Math.max(1, getClientArea().height);
        int all = Math.max(height, listing.size() * rowHeight());
        top = Math.max(0, Math.min(pixel, all - height));
        ScrollBar bar = getVerticalBar();
        bar.setValues(
                top, 0, all, height, rowHeight(), Math.max(rowHeight(), height - rowHeight()));
        bar.setVisible(all > height);
        redraw();
    }

    private int rowHeight() {
        return painter.height(found);
    }

    /** How many whole lines can be seen. */
    int page() {
        return Math.max(1, getClientArea().height / rowHeight());
    }

    /** How many lines there are. */
    public int getItemCount() {
        return listing.size();
    }

    /** What a screen reader says of a line; empty while it is being read. */
    public String getText(int place) {
        return row(place).map(row -> access.spoken(place, row)).orElse("");
    }

    /** Where a line stands in the list; may be out of sight. */
    public Rectangle getBounds(int place) {
        return new Rectangle(0, place * rowHeight() - top, getClientArea().width, rowHeight());
    }

    /** The line at a point; empty below the last. */
    OptionalInt at(Point point) {
        int place = (point.y + top) / rowHeight();
        return point.y >= 0 && place < listing.size() ? OptionalInt.of(place) : OptionalInt.empty();
    }

    /** The first line in sight. */
    public int getTopIndex() {
        return top / rowHeight();
    }

    /** Brings a line to the top. */
    public void setTopIndex(int place) {
        scrollTo(place * rowHeight());
    }

    /** The first line that is selected; -1 when none is. */
    public int getSelectionIndex() {
        return choice.first();
    }

    /** How many lines are selected. */
    public int getSelectionCount() {
        return choice.count();
    }

    @Override
    public Point computeSize(int width, int height, boolean changed) {
        return new Point(width == SWT.DEFAULT ? 200 : width, height == SWT.DEFAULT ? 200 : height);
    }
}
