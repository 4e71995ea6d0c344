package org.postern.ui.internal.list;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.postern.search.MailSearch.Order;
import org.postern.search.MailSearch.Progress;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Counted;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Accessible;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.Look;

import java.util.Optional;

/** Over what was found: the order, saving, how far the index is, and what is wrong with a query. */
final class SearchBar {

    /** Hears what the user wants. */
    interface Wishes {

        void order(Order order);

        void save();

        void end();
    }

    private final Composite bar;
    private final Button relevance;
    private final Label progress;
    private final StyledText mistake;
    private final Label sentence;

    SearchBar(Composite parent, Wishes wishes) {
        bar = WidgetIds.name(new Composite(parent, SWT.NONE), WidgetIds.SEARCH_BAR);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(12, 8).spacing(8, 6).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(bar);
        relevance = button(SWT.TOGGLE, WidgetIds.SEARCH_RELEVANCE, Messages.Search_relevance);
        relevance.setToolTipText(Messages.Search_relevanceTip);
        relevance.addListener(
                SWT.Selection,
                e -> wishes.order(relevance.getSelection() ? Order.RELEVANCE : Order.NEWEST));
        button(SWT.PUSH, WidgetIds.SEARCH_SAVE, Messages.Search_save)
                .addListener(SWT.Selection, e -> wishes.save());
        Button end = button(SWT.PUSH, WidgetIds.SEARCH_END, Messages.Search_end);
        end.addListener(SWT.Selection, e -> wishes.end());
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).grab(true, false).applyTo(end);
        progress = line(new Label(bar, SWT.WRAP), WidgetIds.SEARCH_PROGRESS);
        mistake = line(new StyledText(bar, SWT.READ_ONLY | SWT.SINGLE), WidgetIds.SEARCH_MISTAKE);
        sentence = line(new Label(bar, SWT.WRAP), WidgetIds.SEARCH_SENTENCE);
        Accessible.name(mistake, Messages.Search_mistakeName);
        Css.NOTE.style(bar, progress, mistake, sentence);
        bar.setVisible(false);
    }

    private Button button(int style, String id, String text) {
        Button button = WidgetIds.name(new Button(bar, style), id);
        button.setText(text);
        return button;
    }

    private <C extends Control> C line(C control, String id) {
        GridDataFactory.fillDefaults()
                .span(3, 1)
                .grab(true, false)
                .hint(100, SWT.DEFAULT)
                .exclude(true)
                .applyTo(control);
        control.setVisible(false);
        return WidgetIds.name(control, id);
    }

    /** Shows itself for a search, and hides itself else. */
    void show(Optional<Shown.Found> found) {
        there(bar, found.isPresent());
        found.ifPresent(f -> relevance.setSelection(f.order() == Order.RELEVANCE));
    }

    /** Says how far the index is while it is on its way. */
    void progress(Progress now) {
        there(progress, now.waiting() > 0);
        progress.setText(
                Counted.of(
                        now.indexed() + now.waiting(),
                        Messages.Search_buildingOne,
                        Messages.Search_building,
                        now.indexed(),
                        now.indexed() + now.waiting()));
        bar.requestLayout();
    }

    /** Says what is wrong with a query, and where. */
    void mistake(String query, Optional<Lines.Mistake> wrong) {
        boolean where = wrong.filter(w -> w.to() > w.from()).isPresent();
        there(mistake, where);
        there(sentence, wrong.isPresent());
        sentence.setText(wrong.map(Lines.Mistake::sentence).orElse(""));
        if (where) {
            mark(query, wrong.get());
        }
        bar.requestLayout();
    }

    private void mark(String query, Lines.Mistake wrong) {
        mistake.setText(query);
        int from = Math.min(wrong.from(), query.length());
        int to = Math.min(wrong.to(), query.length());
        StyleRange range = new StyleRange(from, to - from, Look.alarm(Look.dark(bar)), null);
        range.underline = true;
        range.underlineStyle = SWT.UNDERLINE_ERROR;
        range.underlineColor = Look.alarm(Look.dark(bar));
        mistake.setStyleRange(range);
    }

    private static void there(Control control, boolean there) {
        ((GridData) control.getLayoutData()).exclude = !there;
        control.setVisible(there);
    }
}
