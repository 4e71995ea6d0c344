package org.postern.app.internal;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IPlaceholderFolderLayout;
import org.postern.ui.MailIds;

/**
 * Where the mail views stand: folders, messages and the message side by side, and a place at the
 * bottom for whatever else is shown. Views add themselves through {@code perspectiveExtensions}.
 */
public final class MailPerspective implements IPerspectiveFactory {
    static final String ID = "org.postern.app.mail";

    private static final float FOLDERS = 0.2f;
    private static final float LIST = 0.34f;
    private static final float READING = 0.74f;
    private static final float EXAMINING = 0.36f;
    private static final String ANY = "*";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String middle = layout.getEditorArea();
        layout.setEditorAreaVisible(false);
        layout.addStandaloneView(MailIds.FOLDERS_VIEW, false, IPageLayout.LEFT, FOLDERS, middle);
        layout.addStandaloneView(MailIds.LIST_VIEW, false, IPageLayout.LEFT, LIST, middle);
        layout.addStandaloneView(MailIds.READING_VIEW, false, IPageLayout.TOP, READING, middle);
        IPlaceholderFolderLayout bottom =
                layout.createPlaceholderFolder(
                        MailIds.BOTTOM_FOLDER, IPageLayout.BOTTOM, READING, middle);
        bottom.addPlaceholder(MailIds.ACTIVITY_VIEW);
        bottom.addPlaceholder(ANY);
        IPlaceholderFolderLayout examining =
                layout.createPlaceholderFolder(
                        MailIds.EXAMINE_FOLDER,
                        IPageLayout.BOTTOM,
                        EXAMINING,
                        MailIds.READING_VIEW);
        examining.addPlaceholder(MailIds.DOCTOR_VIEW);
        examining.addPlaceholder(MailIds.LOG_VIEW);
        for (String view : new String[] {MailIds.FOLDERS_VIEW, MailIds.LIST_VIEW}) {
            layout.getViewLayout(view).setCloseable(false);
        }
        layout.getViewLayout(MailIds.READING_VIEW).setCloseable(false);
        layout.addShowViewShortcut(MailIds.ACTIVITY_VIEW);
        layout.addShowViewShortcut(MailIds.DOCTOR_VIEW);
        layout.addShowViewShortcut(MailIds.LOG_VIEW);
    }
}
