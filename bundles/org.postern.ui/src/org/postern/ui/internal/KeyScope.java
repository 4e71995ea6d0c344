package org.postern.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.services.IServiceLocator;

/**
 * Makes single-letter keys hold only while a certain control has the focus, so that they never take
 * a letter from somebody who types.
 */
public final class KeyScope {

    private final IContextService contexts;
    private final String context;
    private IContextActivation active;

    private KeyScope(IContextService contexts, String context) {
        this.contexts = contexts;
        this.context = context;
    }

    /** Activates the context while the control has the focus. */
    public static void whileFocused(Control control, IServiceLocator site, String context) {
        KeyScope scope = new KeyScope(site.getService(IContextService.class), context);
        control.addListener(SWT.FocusIn, e -> scope.enter());
        control.addListener(SWT.FocusOut, e -> scope.leave());
        control.addListener(SWT.Dispose, e -> scope.leave());
    }

    private void enter() {
        if (active == null) {
            active = contexts.activateContext(context);
        }
    }

    private void leave() {
        if (active != null) {
            contexts.deactivateContext(active);
            active = null;
        }
    }
}
