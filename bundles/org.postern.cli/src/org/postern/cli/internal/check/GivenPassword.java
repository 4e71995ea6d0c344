package org.postern.cli.internal.check;

import org.postern.cli.Console;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.Messages;
import org.postern.core.Secret;

import java.io.IOException;

/** The password that a script hands over. */
public final class GivenPassword {

    private GivenPassword() {}

    /**
     * Reads the first line of standard input; the caller closes it.
     *
     * @throws WrongUsage when it is empty or no text
     */
    public static Secret read(Console console) throws WrongUsage, IOException {
        try {
            return new Lines(console.in())
                    .secret()
                    .filter(secret -> !secret.isEmpty())
                    .orElseThrow(() -> new WrongUsage(Messages.format("Check.noPassword")));
        } catch (Lines.Unreadable e) {
            throw new WrongUsage(Messages.format("Check.noPassword"));
        }
    }
}
