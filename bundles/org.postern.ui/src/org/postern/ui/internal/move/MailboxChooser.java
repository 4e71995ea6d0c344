package org.postern.ui.internal.move;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.folders.MailboxNames;
import org.postern.ui.internal.look.Accessible;
import org.postern.ui.internal.look.Images;

import java.util.List;
import java.util.Optional;

/**
 * Asks for a mailbox: who types leaves those whose names have the words, the arrows go through
 * them, Enter takes the one that is marked.
 */
final class MailboxChooser extends Dialog {

    private static final int WIDTH = 380;
    private static final int HEIGHT = 260;
    private static final int RECENT_WIDTH = 80;

    private final String title;
    private final String verb;
    private final Targets targets;
    private Text words;
    private Table table;
    private Optional<Target> chosen = Optional.empty();

    /**
     * @param title what is asked
     * @param verb what the button says that takes the mailbox
     */
    MailboxChooser(Shell parent, String title, String verb, Targets targets) {
        super(parent);
        this.title = title;
        this.verb = verb;
        this.targets = targets;
        setShellStyle(getShellStyle() | SWT.RESIZE | SWT.SHEET);
    }

    /** Asks. Empty when the user leaves. */
    Optional<Target> ask() {
        open();
        return chosen;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        words = wordsField(area);
        table = table(area);
        fill();
        words.setFocus();
        return area;
    }

    private Text wordsField(Composite area) {
        int style = SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL;
        Text field = WidgetIds.name(new Text(area, style), WidgetIds.MOVE_WORDS);
        field.setMessage(Messages.Move_hint);
        Accessible.name(field, Messages.Move_hint);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(field);
        field.addListener(SWT.Modify, e -> fill());
        field.addListener(SWT.KeyDown, this::pressed);
        return field;
    }

    private Table table(Composite area) {
        Composite frame = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(frame);
        int style = SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL | SWT.FULL_SELECTION;
        Table rows = WidgetIds.name(new Table(frame, style), WidgetIds.MOVE_TABLE);
        Accessible.name(rows, Messages.Move_tableName);
        TableColumnLayout columns = new TableColumnLayout();
        columns.setColumnData(new TableColumn(rows, SWT.NONE), new ColumnWeightData(1));
        columns.setColumnData(
                new TableColumn(rows, SWT.RIGHT), new ColumnPixelData(RECENT_WIDTH, false));
        frame.setLayout(columns);
        rows.addListener(SWT.DefaultSelection, e -> okPressed());
        rows.addListener(SWT.Selection, e -> enable());
        return rows;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        WidgetIds.name(
                createButton(parent, IDialogConstants.OK_ID, verb, true), WidgetIds.MOVE_TAKE);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        enable();
    }

    /** The arrows mark another mailbox while the field keeps the focus. */
    private void pressed(Event event) {
        int last = table.getItemCount() - 1;
        int now = table.getSelectionIndex();
        switch (event.keyCode) {
            case SWT.ARROW_DOWN -> mark(event, Math.min(last, now + 1));
            case SWT.ARROW_UP -> mark(event, Math.max(0, now - 1));
            default -> event.doit = true;
        }
    }

    private void mark(Event event, int place) {
        event.doit = false;
        table.setSelection(place);
    }

    private void fill() {
        List<Target> shown = targets.with(words.getText());
        table.removeAll();
        for (Target target : shown) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setData(target);
            item.setImage(Images.get(MailboxNames.icon(target.mailbox().role())));
            item.setText(new String[] {target.name(), target.recent() ? Messages.Move_recent : ""});
        }
        table.setSelection(0);
        enable();
    }

    private void enable() {
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID).setEnabled(table.getSelectionCount() > 0);
        }
    }

    @Override
    protected void okPressed() {
        for (TableItem item : table.getSelection()) {
            chosen = Optional.of((Target) item.getData());
        }
        super.okPressed();
    }

    @Override
    protected boolean isResizable() {
        return true;
    }
}
