package org.postern.ui.internal.look;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.postern.ui.WidgetIds;

import java.util.Arrays;

/** Buttons that come and go, side by side; takes no room while there are none. */
public final class ButtonRow {

    private final Composite row;

    /**
     * @param columns of the grid that it stands in, all of which it takes
     * @param indent in pixels from the left
     */
    public ButtonRow(Composite parent, int columns, int indent) {
        row = new Composite(parent, SWT.NONE);
        RowLayout layout = new RowLayout();
        layout.marginLeft = 0;
        layout.spacing = 8;
        row.setLayout(layout);
        GridDataFactory.fillDefaults()
                .span(columns, 1)
                .indent(indent, 0)
                .grab(true, false)
                .hint(200, SWT.DEFAULT)
                .applyTo(row);
        show();
    }

    /** Takes all buttons away. */
    public void clear() {
        Arrays.stream(row.getChildren()).forEach(Control::dispose);
        show();
    }

    /** Adds one behind the others. */
    public Button add(String text, String id, Runnable work) {
        Button button = WidgetIds.name(new Button(row, SWT.PUSH), id);
        button.setText(text);
        button.addListener(SWT.Selection, e -> work.run());
        show();
        return button;
    }

    private void show() {
        boolean some = row.getChildren().length > 0;
        ((GridData) row.getLayoutData()).exclude = !some;
        row.setVisible(some);
        row.requestLayout();
    }
}
