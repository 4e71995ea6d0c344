package org.postern.ui.internal.preferences;

import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.postern.ui.Appearance;
import org.postern.ui.internal.Messages;

/** Appearance, and how often new accounts look for mail. */
public final class GeneralPage extends FieldEditorPreferencePage
        implements IWorkbenchPreferencePage {

    public GeneralPage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(MailPreferences.store());
        setDescription(Messages.General_text);
    }

    @Override
    protected void createFieldEditors() {
        addField(
                new ComboFieldEditor(
                        MailPreferences.THEME,
                        Messages.General_theme,
                        new String[][] {
                            {Messages.General_themeSystem, MailPreferences.SYSTEM},
                            {Messages.General_themeLight, MailPreferences.LIGHT},
                            {Messages.General_themeDark, MailPreferences.DARK}
                        },
                        getFieldEditorParent()));
        addField(
                new ComboFieldEditor(
                        MailPreferences.MINUTES,
                        Messages.General_minutes,
                        new String[][] {
                            {Messages.Sync_byHand, "0"},
                            {Messages.bind(Messages.Sync_every, "5"), "5"},
                            {Messages.bind(Messages.Sync_every, "10"), "10"},
                            {Messages.bind(Messages.Sync_every, "30"), "30"},
                            {Messages.bind(Messages.Sync_every, "60"), "60"}
                        },
                        getFieldEditorParent()));
    }

    @Override
    public boolean performOk() {
        boolean stored = super.performOk();
        Appearance.applyPreferred();
        return stored;
    }
}
