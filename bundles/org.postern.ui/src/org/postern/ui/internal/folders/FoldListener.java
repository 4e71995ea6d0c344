package org.postern.ui.internal.folders;

import org.eclipse.jface.viewers.ITreeViewerListener;
import org.eclipse.jface.viewers.TreeExpansionEvent;
import org.eclipse.jface.viewers.TreeViewer;

/** Draws a node anew when it was opened or folded, since its count is another one then. */
record FoldListener(TreeViewer viewer) implements ITreeViewerListener {

    @Override
    public void treeCollapsed(TreeExpansionEvent event) {
        redraw(event.getElement());
    }

    @Override
    public void treeExpanded(TreeExpansionEvent event) {
        redraw(event.getElement());
    }

    private void redraw(Object node) {
        viewer.getControl()
                .getDisplay()
                .asyncExec(
                        () -> {
                            if (!viewer.getControl().isDisposed()) {
                                viewer.update(node, null);
                            }
                        });
    }
}
