package org.postern.cli.internal;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.postern.cli.Arguments;
import org.postern.cli.Command;
import org.postern.cli.Console;
import org.postern.cli.ExitCode;
import org.postern.cli.WrongUsage;
import org.postern.core.Text;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds the command that the words begin with and runs it. */
public final class CommandLine {

    /** What a shell says of a process that was interrupted. */
    private static final int INTERRUPTED = 130;

    private static final List<String> HELP = List.of("--help", "-h");

    private final Commands commands;
    private final Console console;

    public CommandLine(Commands commands, Console console) {
        this.commands = commands;
        this.console = console;
    }

    /**
     * @return the exit code
     */
    public int run(List<String> words, IProgressMonitor monitor) {
        if (words.isEmpty() || HELP.contains(words.getFirst())) {
            console.line(overview(commands));
            return words.isEmpty() ? ExitCode.USAGE : ExitCode.SOUND;
        }
        Optional<CommandEntry> entry = commands.find(words.getFirst());
        if (entry.isEmpty()) {
            String name = Text.visible(words.getFirst());
            console.error(Messages.format("CommandLine.unknown", name, commands.list()));
            return ExitCode.USAGE;
        }
        return run(entry.get(), words.subList(1, words.size()), monitor);
    }

    /** What all commands are for. */
    static String overview(Commands commands) {
        return Messages.format("CommandLine.overview", commands.list());
    }

    private int run(CommandEntry entry, List<String> words, IProgressMonitor monitor) {
        if (words.stream().takeWhile(w -> !w.equals("--")).anyMatch(HELP::contains)) {
            console.line(entry.usage());
            return ExitCode.SOUND;
        }
        try {
            Command command = entry.load();
            return command.run(Arguments.of(words), console, monitor);
        } catch (WrongUsage e) {
            console.error(Messages.format("CommandLine.usage", e.getMessage(), entry.name()));
            return ExitCode.USAGE;
        } catch (OperationCanceledException e) {
            return INTERRUPTED;
        } catch (IOException | CoreException e) {
            console.error(
                    Messages.format("CommandLine.failed", entry.name(), reason(e.getMessage())));
            return ExitCode.FAILED;
        }
    }

    private static String reason(String message) {
        return message == null ? "" : Text.visible(message);
    }
}
