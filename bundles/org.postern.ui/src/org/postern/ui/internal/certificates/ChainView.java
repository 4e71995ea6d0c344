package org.postern.ui.internal.certificates;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Accessible;
import org.postern.ui.internal.look.FactSheet;
import org.postern.ui.internal.look.Images;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** A chain of certificates as a tree, and what stands in the one that is selected. */
final class ChainView {

    private final Tree tree;
    private final FactSheet sheet;

    /**
     * @param chain leaf first, as the server sent it; not empty
     */
    ChainView(Composite parent, List<X509Certificate> chain) {
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).hint(700, 210).applyTo(sash);
        tree = new Tree(sash, SWT.SINGLE | SWT.BORDER);
        WidgetIds.name(tree, WidgetIds.CERTIFICATE_CHAIN);
        Accessible.name(tree, Messages.Certificate_chainName);
        sheet = new FactSheet(sash, Messages.Certificate_factsName);
        WidgetIds.name(sheet.control(), WidgetIds.CERTIFICATE_FACTS);
        sash.setWeights(32, 68);
        fill(chain);
        tree.addListener(SWT.Selection, e -> show());
        show();
    }

    /** Who vouches stands above whom it vouches for; the server is the last. */
    private void fill(List<X509Certificate> chain) {
        TreeItem above = null;
        for (X509Certificate certificate : chain.reversed()) {
            TreeItem item =
                    above == null ? new TreeItem(tree, SWT.NONE) : new TreeItem(above, SWT.NONE);
            item.setText(CertificateFacts.shortName(certificate));
            item.setImage(Images.get("certificate"));
            item.setData(certificate);
            if (above != null) {
                above.setExpanded(true);
            }
            above = item;
        }
        tree.setSelection(above);
    }

    private void show() {
        for (TreeItem item : tree.getSelection()) {
            sheet.show(CertificateFacts.of((X509Certificate) item.getData(), Instant.now()));
        }
    }
}
