package org.postern.cli.internal.check;

import org.postern.cli.WrongUsage;
import org.postern.cli.internal.Messages;
import org.postern.core.Security;
import org.postern.core.Text;

import java.util.Locale;

/** How the ways to protect a connection are written on a command line: tls, starttls, none. */
final class SecurityName {

    private SecurityName() {}

    static Security parse(String text) throws WrongUsage {
        for (Security each : Security.values()) {
            if (of(each).equals(text)) {
                return each;
            }
        }
        throw new WrongUsage(Messages.format("Security.unknown", Text.visible(text)));
    }

    static String of(Security security) {
        return security.name().toLowerCase(Locale.ROOT);
    }
}
