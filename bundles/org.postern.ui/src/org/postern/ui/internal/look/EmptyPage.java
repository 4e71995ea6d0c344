package org.postern.ui.internal.look;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.postern.ui.WidgetIds;

/** A friendly text in the middle of a place that has nothing to show. */
public final class EmptyPage extends Composite {

    private static final int WIDEST = 320;
    private static final int MARGIN = 16;

    private final Css ground;
    private final Composite middle;
    private final Label headline;
    private final Label more;

    /**
     * @param ground what it stands in
     * @param what what is not there
     * @param why why, or what can be done; may be empty
     */
    public EmptyPage(Composite parent, Css ground, String what, String why) {
        super(parent, SWT.NONE);
        this.ground = ground;
        GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).applyTo(this);
        middle = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(middle);
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .grab(true, true)
                .applyTo(middle);
        headline = line(Look.bold());
        more = line(null);
        ground.style(this, middle, headline, more);
        addListener(SWT.Resize, e -> fit());
        say(what, why);
    }

    private Label line(Font font) {
        Label label = new Label(middle, SWT.CENTER | SWT.WRAP);
        label.setFont(font);
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(label);
        return label;
    }

    /** Says something else. */
    public void say(String what, String why) {
        headline.setText(what);
        more.setText(why);
        fit();
    }

    private void fit() {
        fit(headline);
        fit(more);
        layout(true, true);
    }

    /** Lines end where the place or a good measure does. */
    private void fit(Label label) {
        int room = Math.max(1, getClientArea().width - 2 * MARGIN);
        int wide = label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        boolean none = label.getText().isEmpty();
        GridDataFactory.createFrom((GridData) label.getLayoutData())
                .hint(Math.min(wide, Math.min(WIDEST, room)), SWT.DEFAULT)
                .exclude(none)
                .applyTo(label);
        label.setVisible(!none);
    }

    /** Adds something to do. */
    public Link link(String id, String text, Runnable work) {
        Link link = WidgetIds.name(new Link(middle, SWT.NONE), id);
        ground.style(link);
        link.setText("<a>" + text + "</a>");
        link.addListener(SWT.Selection, e -> work.run());
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(link);
        return link;
    }

    /** Shows something to do, or hides it while there is no sense in it. */
    public void show(Link link, boolean on) {
        ((GridData) link.getLayoutData()).exclude = !on;
        link.setVisible(on);
        layout(true, true);
    }

    /** The widget of the headline, so that it can be named. */
    public Label headline() {
        return headline;
    }
}
