package org.postern.ui.internal.reading;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.postern.message.Attachment;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.Problems;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.Images;
import org.postern.ui.internal.look.Sizes;

import java.io.IOException;
import java.util.List;

/** A button for each attachment that saves it, and one that saves all. */
final class AttachmentsBar {

    private final AttachmentChooser chooser;
    private final Composite bar;
    private List<Attachment> attachments = List.of();

    AttachmentsBar(Composite parent, AttachmentChooser chooser) {
        this.chooser = chooser;
        bar = WidgetIds.name(new Composite(parent, SWT.NONE), WidgetIds.READING_ATTACHMENTS);
        Css.PAGE.style(bar);
        RowLayoutFactory.fillDefaults()
                .wrap(true)
                .margins(16, 5)
                .spacing(6)
                .center(true)
                .applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(bar);
    }

    /** What is offered now. */
    List<Attachment> attachments() {
        return attachments;
    }

    void show(List<Attachment> all) {
        attachments = all;
        for (Control old : bar.getChildren()) {
            old.dispose();
        }
        ((GridData) bar.getLayoutData()).exclude = all.isEmpty();
        bar.setVisible(!all.isEmpty());
        all.forEach(this::offer);
        if (all.size() > 1) {
            offerAll();
        }
    }

    private void offer(Attachment attachment) {
        Button button = button(WidgetIds.READING_ATTACHMENT, label(attachment), "attachment");
        button.setToolTipText(Messages.bind(Messages.Attachment_saveTip, attachment.name()));
        button.addListener(SWT.Selection, e -> chooser.saveOne(bar.getShell(), attachment));
    }

    private void offerAll() {
        Button button = button(WidgetIds.READING_SAVE_ALL, Messages.Attachment_saveAll, "save");
        button.addListener(SWT.Selection, e -> chooser.saveAll(bar.getShell(), attachments));
    }

    private Button button(String id, String text, String icon) {
        Button button = WidgetIds.name(new Button(bar, SWT.PUSH), id);
        button.setText(text);
        button.setImage(Images.get(icon));
        return button;
    }

    /** An ampersand in a file's name is not a mnemonic. */
    private static String label(Attachment attachment) {
        return attachment.name().replace("&", "&&") + "  " + size(attachment);
    }

    private static String size(Attachment attachment) {
        try {
            return Sizes.of(attachment.size());
        } catch (IOException e) {
            Problems.log(attachment.name(), e);
            return "";
        }
    }
}
