package org.postern.cli.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.postern.cli.Arguments;
import org.postern.cli.Command;
import org.postern.cli.Console;
import org.postern.cli.Installation;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.check.CheckCommand;
import org.postern.diagnosis.Rules;
import org.postern.security.ConnectionPolicies;
import org.postern.security.PortPolicies;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;

/**
 * What a command printed and how it ended.
 *
 * @param exit its code
 * @param out standard output
 * @param err standard error
 */
record Terminal(int exit, String out, String err) {

    static final Installation INSTALLED =
            new Installation(
                    new RealTransports(),
                    PortPolicies.builtIn(),
                    ConnectionPolicies.builtIn(),
                    Rules.builtIn());

    /** Runs {@code postern check} with these arguments and that standard input. */
    static Terminal check(String input, String... arguments) throws WrongUsage, IOException {
        return run(new CheckCommand(INSTALLED), UTF_8, input, arguments);
    }

    static Terminal run(Command command, Charset charset, String input, String... arguments)
            throws WrongUsage, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console =
                new Console(new ByteArrayInputStream(input.getBytes(UTF_8)), out, err, charset);
        int exit =
                command.run(Arguments.of(List.of(arguments)), console, new NullProgressMonitor());
        return new Terminal(exit, out.toString(charset), err.toString(charset));
    }

    /** The lines of standard output, each an object of JSON. */
    List<JsonObject> json() {
        return out.lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    }
}
