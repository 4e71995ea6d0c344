package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.message.Attachment;
import org.postern.ui.internal.Messages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes attachments to files; each is there whole or not at all. */
public final class SaveAttachments extends MailJob {

    private final Map<Path, Attachment> targets;

    private SaveAttachments(Map<Path, Attachment> targets) {
        super(Messages.Job_saveAttachments);
        this.targets = new LinkedHashMap<>(targets);
        setUser(true);
    }

    /**
     * Starts it.
     *
     * @param targets which attachment goes where; a file that is there is replaced
     */
    public static void schedule(Map<Path, Attachment> targets) {
        new SaveAttachments(targets).schedule();
    }

    @Override
    void work(IProgressMonitor monitor) throws MailException {
        SubMonitor progress = SubMonitor.convert(monitor, targets.size());
        for (var entry : targets.entrySet()) {
            progress.split(1).subTask(entry.getKey().getFileName().toString());
            save(entry.getKey(), entry.getValue());
        }
    }

    private static void save(Path target, Attachment attachment) throws MailException {
        try {
            Path part = Files.createTempFile(target.toAbsolutePath().getParent(), ".", ".part");
            try {
                write(part, attachment);
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new MailException(
                    new Failure.LocalStorage(target.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private static void write(Path part, Attachment attachment) throws IOException {
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(file)) {
            attachment.writeTo(out);
            file.force(true);
        }
    }
}
