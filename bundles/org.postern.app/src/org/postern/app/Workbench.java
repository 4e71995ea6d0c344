package org.postern.app;

import org.postern.app.internal.MailProgram;
import org.postern.app.internal.StartOptions;
import org.postern.core.MailException;

import java.nio.file.Path;

/**
 * The whole program, for whoever starts it on a folder of his own: tests in a real window, another
 * product.
 */
public final class Workbench {

    private Workbench() {}

    /**
     * Opens the window and returns when the user closed it. The calling thread becomes the user
     * interface's; there can be one workbench in a process.
     *
     * @param folder where accounts, mail and secrets lie; made when it is not there
     * @param arguments as on the command line: {@code --demo}, {@code --ready-file FILE} and their
     *     kin
     * @return the workbench's return code
     * @throws MailException when the folder cannot be used; then no window was opened
     * @throws IllegalArgumentException with a sentence for the user, when an argument is unknown
     */
    public static int run(Path folder, String... arguments) throws MailException {
        return MailProgram.run(folder, StartOptions.parse(arguments));
    }
}
