package org.postern.ui.internal.reading;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.postern.ui.internal.Messages;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user by the desktop's own dialogs. */
public final class FileDialogs implements AttachmentChooser.Asker {

    @Override
    public Optional<Path> file(Shell shell, String name) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setFileName(name);
        dialog.setOverwrite(true);
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    @Override
    public Optional<Path> folder(Shell shell) {
        DirectoryDialog dialog = new DirectoryDialog(shell, SWT.SAVE);
        dialog.setMessage(Messages.Attachment_saveAllMessage);
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }
}
