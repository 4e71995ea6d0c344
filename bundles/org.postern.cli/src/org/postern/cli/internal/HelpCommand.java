package org.postern.cli.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.RegistryFactory;
import org.postern.cli.Arguments;
import org.postern.cli.Command;
import org.postern.cli.Console;
import org.postern.cli.ExitCode;
import org.postern.cli.WrongUsage;
import org.postern.core.Text;

import java.util.List;

/** Lists the commands, or tells all of one. */
public final class HelpCommand implements Command {

    @Override
    public int run(Arguments arguments, Console console, IProgressMonitor monitor)
            throws WrongUsage {
        Commands commands = new Commands(RegistryFactory.getRegistry());
        List<String> names = arguments.rest();
        if (names.isEmpty()) {
            console.line(CommandLine.overview(commands));
            commands.problems().forEach(console::error);
        }
        for (String name : names) {
            console.line(usage(commands, name));
        }
        return ExitCode.SOUND;
    }

    private static String usage(Commands commands, String name) throws WrongUsage {
        return commands.find(name)
                .map(CommandEntry::usage)
                .orElseThrow(
                        () ->
                                new WrongUsage(
                                        Messages.format(
                                                "Help.unknown",
                                                Text.visible(name),
                                                commands.list())));
    }
}
