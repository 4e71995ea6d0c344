package org.postern.cli;

import org.eclipse.core.runtime.IProgressMonitor;

import java.io.IOException;

/**
 * Something that Postern does without a window, contributed through the extension point {@code
 * org.postern.cli.commands}. Its name and its help are data in the extension; behaviour is this one
 * method. A new instance is made for each run.
 */
@FunctionalInterface
public interface Command {

    /**
     * Runs. Blocks until it is done.
     *
     * @param arguments what stands behind the command's name
     * @param console where it reads and writes; no command uses the streams of the system
     * @param monitor cancelled when the user ends the program
     * @return one of {@link ExitCode}, or a code of the command's own that its help documents
     * @throws WrongUsage when the arguments make no sense; its sentence is printed
     * @throws IOException when input or output is gone
     * @throws org.eclipse.core.runtime.OperationCanceledException when the monitor was cancelled
     */
    int run(Arguments arguments, Console console, IProgressMonitor monitor)
            throws WrongUsage, IOException;
}
