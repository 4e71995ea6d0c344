package org.postern.cli.tests;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.cli.Arguments;
import org.postern.cli.Command;
import org.postern.cli.Console;
import org.postern.cli.WrongUsage;

/** A third party's command: prints the words that it was given, and ends with 7. */
public final class FakeEcho implements Command {

    @Override
    public int run(Arguments arguments, Console console, IProgressMonitor monitor)
            throws WrongUsage {
        console.line(arguments.rest().toString());
        return 7;
    }
}
