package org.postern.ui.internal.settings;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Css;

/** Who the user is. */
final class IdentityPage extends WizardPage {

    private Text person;
    private Text address;
    private Text name;
    private boolean nameTyped;
    private boolean filling;

    IdentityPage() {
        super("identity", Messages.Identity_title, null);
        setDescription(Messages.Identity_text);
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite form = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(14, 14).spacing(10, 8).applyTo(form);
        person = Fields.text(form, Messages.Identity_person, WidgetIds.SETTINGS_PERSON);
        person.setMessage(Messages.Identity_personHint);
        address = Fields.text(form, Messages.Identity_address, WidgetIds.SETTINGS_ADDRESS);
        address.setMessage(Messages.Identity_addressHint);
        name = Fields.text(form, Messages.Identity_name, WidgetIds.SETTINGS_ACCOUNT_NAME);
        hint(form, Messages.Identity_nameHint);
        address.addListener(SWT.Modify, e -> proposeName());
        name.addListener(SWT.Modify, e -> nameTyped |= !filling);
        address.addListener(SWT.FocusOut, e -> check());
        for (Text field : new Text[] {person, address, name}) {
            field.addListener(SWT.Modify, e -> check());
        }
        setControl(form);
        person.setFocus();
    }

    private static void hint(Composite form, String text) {
        new Label(form, SWT.NONE);
        Label label = new Label(form, SWT.WRAP);
        label.setText(text);
        Css.MUTED.style(label);
        GridDataFactory.fillDefaults().grab(true, false).hint(260, SWT.DEFAULT).applyTo(label);
    }

    /** The account is called like the address until the user calls it otherwise. */
    private void proposeName() {
        if (!nameTyped) {
            filling = true;
            name.setText(address.getText().strip());
            filling = false;
        }
    }

    private void check() {
        boolean sound = address().matches("[^\\s@]+@[^\\s@]+");
        boolean left = !address().isEmpty() && !address.isFocusControl();
        setErrorMessage(left && !sound ? Messages.Identity_badAddress : null);
        setPageComplete(sound && !accountName().isEmpty());
    }

    String person() {
        return person.getText().strip();
    }

    String address() {
        return address.getText().strip();
    }

    String accountName() {
        return name.getText().strip();
    }
}
