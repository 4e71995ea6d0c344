package org.postern.ui.internal.doctor;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.postern.diagnosis.Mend;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.look.ButtonRow;
import org.postern.ui.internal.look.Images;
import org.postern.ui.internal.look.Look;

import java.util.List;
import java.util.function.Consumer;

/** What came of an examination, in a few words, with the mends. */
final class Findings {

    private final Composite area;
    private final Label icon;
    private final Label headline;
    private final Label advice;
    private final ButtonRow mends;

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
        mends = new ButtonRow(area, 2, 24);
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
        mends.clear();
        for (Control changed : new Control[] {icon, headline, advice}) {
            changed.requestLayout();
        }
    }

    /** Offers mends as buttons. */
    void mends(List<Mend> offered, Consumer<Mend> chosen) {
        mends.clear();
        for (int i = 0; i < offered.size(); i++) {
            Mend mend = offered.get(i);
            mends.add(mend.label(), WidgetIds.DOCTOR_MEND + i, () -> chosen.accept(mend));
        }
    }
}
