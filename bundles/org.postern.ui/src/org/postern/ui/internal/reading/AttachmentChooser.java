package org.postern.ui.internal.reading;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.postern.message.Attachment;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.jobs.SaveAttachments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks where attachments are to go, and starts saving them. */
public final class AttachmentChooser {

    private AttachmentChooser() {}

    /** Asks for a file when there is one, for a folder when there are more. */
    static void save(Shell shell, List<Attachment> attachments) {
        if (attachments.size() == 1) {
            saveOne(shell, attachments.getFirst());
        } else if (!attachments.isEmpty()) {
            saveAll(shell, attachments);
        }
    }

    /** Asks for a file. */
    static void saveOne(Shell shell, Attachment attachment) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setFileName(attachment.name());
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            SaveAttachments.schedule(Map.of(Path.of(chosen), attachment));
        }
    }

    /** Asks for a folder; files that are there already keep their names and their contents. */
    static void saveAll(Shell shell, List<Attachment> attachments) {
        DirectoryDialog dialog = new DirectoryDialog(shell, SWT.SAVE);
        dialog.setMessage(Messages.Attachment_saveAllMessage);
        String chosen = dialog.open();
        if (chosen != null) {
            SaveAttachments.schedule(targets(Path.of(chosen), attachments));
        }
    }

    /** A free place in the folder for each. */
    static Map<Path, Attachment> targets(Path folder, List<Attachment> attachments) {
        Map<Path, Attachment> targets = new LinkedHashMap<>();
        for (Attachment attachment : attachments) {
            targets.put(free(folder, attachment.name(), targets), attachment);
        }
        return targets;
    }

    private static Path free(Path folder, String name, Map<Path, Attachment> taken) {
        Path target = folder.resolve(name);
        for (int n = 2; Files.exists(target) || taken.containsKey(target); n++) {
            target = folder.resolve(numbered(name, n));
        }
        return target;
    }

    private static String numbered(String name, int n) {
        int dot = name.lastIndexOf('.');
        String number = " (" + n + ")";
        return dot <= 0 ? name + number : name.substring(0, dot) + number + name.substring(dot);
    }
}
