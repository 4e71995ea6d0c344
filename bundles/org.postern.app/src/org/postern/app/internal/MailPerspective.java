package org.postern.app.internal;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** Where the mail views stand. Views add themselves through {@code perspectiveExtensions}. */
public final class MailPerspective implements IPerspectiveFactory {
    static final String ID = "org.postern.app.mail";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
    }
}
