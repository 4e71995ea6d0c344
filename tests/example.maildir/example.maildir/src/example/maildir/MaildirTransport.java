package example.maildir;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.net.Connector;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;
import org.postern.transport.Transport;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads a Maildir of this machine. It needs no server, so it leaves the Connector alone. */
public final class MaildirTransport implements Transport {

    @Override
    public MailSession open(OpenRequest request, Connector connector, IProgressMonitor monitor)
            throws MailException {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        return new MaildirSession(folder(request.location()));
    }

    private static Path folder(String location) throws MailException {
        try {
            Path folder = Path.of(location);
            if (Files.isDirectory(folder.resolve("cur"))
                    && Files.isDirectory(folder.resolve("new"))) {
                return folder;
            }
            throw new MailException(
                    new Failure.BadSettings(
                            "There are no folders \"cur\" and \"new\" in " + folder));
        } catch (InvalidPathException e) {
            throw new MailException(new Failure.BadSettings("Not a folder: " + e.getMessage()), e);
        }
    }
}
