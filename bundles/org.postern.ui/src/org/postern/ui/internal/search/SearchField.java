package org.postern.ui.internal.search;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.postern.ui.MailIds;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.list.MessageListView;
import org.postern.ui.internal.look.Accessible;

import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** The field in the tool bar that searches all mail while one types. */
public final class SearchField extends WorkbenchWindowControlContribution {

    private static final int WIDTH = 300;
    private static final int PAUSE = 120;

    /** Which field belongs to which window; only for the user interface's thread. */
    private static final Map<IWorkbenchWindow, SearchField> FIELDS = new WeakHashMap<>();

    private Text text;
    private int changes;
    private boolean quiet;

    /** The field of a window, when its tool bar is there. */
    public static Optional<SearchField> of(IWorkbenchWindow window) {
        return Optional.ofNullable(FIELDS.get(window))
                .filter(field -> field.text != null && !field.text.isDisposed());
    }

    @Override
    protected Control createControl(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 0).applyTo(box);
        int style = SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL;
        text = WidgetIds.name(new Text(box, style), WidgetIds.SEARCH_FIELD);
        text.setMessage(Messages.Search_hint);
        text.setToolTipText(Messages.Search_help);
        Accessible.name(text, Messages.Search_name);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, true)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(text);
        text.addListener(SWT.Modify, e -> changed());
        text.addListener(SWT.KeyDown, this::pressed);
        FIELDS.put(getWorkbenchWindow(), this);
        return box;
    }

    /** Searches when the fingers rest. */
    private void changed() {
        int change = ++changes;
        if (!quiet) {
            text.getDisplay()
                    .timerExec(
                            PAUSE,
                            () -> {
                                if (change == changes && !text.isDisposed()) {
                                    search(true);
                                }
                            });
        }
    }

    private void search(boolean typing) {
        list().ifPresent(list -> list.search(text.getText(), typing));
    }

    private void pressed(Event event) {
        switch (event.keyCode) {
            case SWT.ESC -> {
                say("");
                list().ifPresent(list -> list.search("", false));
                list().ifPresent(MessageListView::setFocus);
            }
            case SWT.CR, SWT.KEYPAD_CR -> {
                changes++;
                search(false);
            }
            case SWT.ARROW_DOWN -> list().ifPresent(MessageListView::setFocus);
            default -> event.doit = true;
        }
    }

    private Optional<MessageListView> list() {
        var page = getWorkbenchWindow().getActivePage();
        return Optional.ofNullable(page == null ? null : page.findView(MailIds.LIST_VIEW))
                .filter(MessageListView.class::isInstance)
                .map(MessageListView.class::cast);
    }

    /** What is written in it, whether it was searched for yet or not. */
    public String words() {
        return text.getText().strip();
    }

    /** Shows another text without searching for it. */
    public void say(String other) {
        quiet = true;
        text.setText(other);
        quiet = false;
    }

    /** The next keys go here. */
    public void focus() {
        text.setFocus();
        text.selectAll();
    }
}
