package org.postern.ui.internal.doctor;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.postern.diagnosis.Mend;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.look.Images;
import org.postern.ui.internal.look.Look;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What came of an examination, in a few words, with the mends. */
final class Findings {

    private final Composite area;
    private final Label icon;
    private final Label headline;
    private final Label advice;
    private final Composite mends;

    Findings(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 4).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
        icon = new Label(area, SWT.NONE);
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.TOP).indent(0, 2).applyTo(icon);
        headline = line(WidgetIds.DOCTOR_HEADLINE);
        headline.setFont(Look.bold());
        new Label(area, SWT.NONE);
        advice = line(WidgetIds.DOCTOR_ADVICE);
        mends = new Composite(area, SWT.NONE);
        RowLayout row = new RowLayout();
        row.marginLeft = 0;
        row.spacing = 8;
        mends.setLayout(row);
        GridDataFactory.fillDefaults().span(2, 1).indent(24, 0).applyTo(mends);
    }

    private Label line(String id) {
        Label label = WidgetIds.name(new Label(area, SWT.WRAP), id);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(label);
        return label;
    }

    void say(String image, String what, String why) {
        icon.setImage(Images.get(image));
        headline.setText(what);
        advice.setText(why);
        ((GridData) advice.getLayoutData()).exclude = why.isEmpty();
        advice.setVisible(!why.isEmpty());
        mends(List.of(), mend -> {});
    }

    /** Offers mends as buttons. */
    void mends(List<Mend> offered, Consumer<Mend> chosen) {
        Arrays.stream(mends.getChildren()).forEach(Control::dispose);
        for (int i = 0; i < offered.size(); i++) {
            Mend mend = offered.get(i);
            Button button = WidgetIds.name(new Button(mends, SWT.PUSH), WidgetIds.DOCTOR_MEND + i);
            button.setText(mend.label());
            button.addListener(SWT.Selection, e -> chosen.accept(mend));
        }
        ((GridData) mends.getLayoutData()).exclude = offered.isEmpty();
        mends.setVisible(!offered.isEmpty());
        for (Control changed : new Control[] {icon, headline, advice, mends}) {
            changed.requestLayout();
        }
    }
}
