package org.postern.ui.internal.reading;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.postern.message.ReadableMessage;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.Images;

import java.util.List;

/** A bar with what the reader should know before trusting the message. */
final class WarningsBar {

    private final Composite bar;
    private Css ground = Css.NOTE;

    WarningsBar(Composite parent) {
        bar = WidgetIds.name(new Composite(parent, SWT.NONE), WidgetIds.READING_WARNINGS);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(18, 7).spacing(8, 4).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
    }

    void show(ReadableMessage message) {
        for (Control old : bar.getChildren()) {
            old.dispose();
        }
        List<WarningTexts.Said> all = WarningTexts.of(message);
        ((GridData) bar.getLayoutData()).exclude = all.isEmpty();
        bar.setVisible(!all.isEmpty());
        boolean danger = all.stream().anyMatch(WarningTexts.Said::danger);
        ground = danger ? Css.CAUTION : Css.NOTE;
        ground.style(bar);
        all.forEach(this::line);
    }

    private void line(WarningTexts.Said said) {
        Label icon = new Label(bar, SWT.NONE);
        ground.style(icon);
        icon.setImage(Images.get(said.icon()));
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.TOP).applyTo(icon);
        Label text = new Label(bar, SWT.WRAP);
        ground.style(text);
        text.setText(said.text());
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(100, SWT.DEFAULT)
                .applyTo(text);
    }
}
