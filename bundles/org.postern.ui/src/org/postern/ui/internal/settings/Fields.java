package org.postern.ui.internal.settings;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.postern.ui.WidgetIds;

/** Rows of a form: a label at the left, what it names at the right. */
final class Fields {

    private static final int WIDTH = 260;

    private Fields() {}

    /** The label of the row that follows. */
    static Label label(Composite form, String text) {
        Label label = new Label(form, SWT.NONE);
        label.setText(text);
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(label);
        return label;
    }

    /** A row with a text field. */
    static Text text(Composite form, String label, String id) {
        label(form, label);
        Text text = WidgetIds.name(new Text(form, SWT.BORDER), id);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(text);
        return text;
    }
}
