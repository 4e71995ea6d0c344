package org.postern.ui.internal.jobs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.AtomicFile;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.ui.internal.Messages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes text to a file that is then there whole or not at all. */
public final class SaveText extends MailJob {

    private final Path file;
    private final String text;

    private SaveText(Path file, String text) {
        super(Messages.bind(Messages.Job_saveText, file.getFileName()));
        this.file = file;
        this.text = text;
        setUser(true);
    }

    /** Starts it; a file that is there is replaced. */
    public static void schedule(Path file, String text) {
        new SaveText(file, text).schedule();
    }

    @Override
    void work(IProgressMonitor monitor) throws MailException {
        try {
            AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new MailException(new Failure.LocalStorage(file.toString(), e.toString()), e);
        }
    }
}
