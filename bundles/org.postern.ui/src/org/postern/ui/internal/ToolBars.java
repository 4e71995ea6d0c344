package org.postern.ui.internal;

import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.menu.MToolBar;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.IWorkbenchWindow;

/** The tool bars of a window. */
public final class ToolBars {

    private static final String FIXED = "NoMove";
    private static final String MOVABLE = "Draggable";

    private ToolBars() {}

    /** Takes away the handles that tool bars are dragged by: nobody rearranges them here. */
    public static void lock(IWorkbenchWindow window) {
        MWindow model = window.getService(MWindow.class);
        EModelService search = window.getService(EModelService.class);
        for (MToolBar bar : search.findElements(model, null, MToolBar.class)) {
            if (bar.getTags().remove(MOVABLE)) {
                bar.getTags().add(FIXED);
                bar.setToBeRendered(false);
                bar.setToBeRendered(true);
            }
        }
    }
}
