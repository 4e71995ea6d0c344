package org.postern.cli.internal.check;

import org.postern.cli.Arguments;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.Messages;
import org.postern.core.Security;
import org.postern.core.Text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind {@code postern check}.
 *
 * @param json whether programs read the answer
 * @param batch whether requests come from standard input
 * @param passwordStdin whether the password does
 */
record CheckOptions(
        boolean json,
        boolean batch,
        Optional<Security> security,
        Optional<Path> authorities,
        Optional<String> user,
        boolean passwordStdin,
        Optional<Duration> timeOut,
        List<String> urls) {

    private static final double LONGEST = 3600;

    static CheckOptions parse(Arguments arguments) throws WrongUsage {
        Optional<String> security = arguments.takeValue("--security");
        Optional<Path> authorities = arguments.takePath("--ca");
        Optional<String> timeOut = arguments.takeValue("--time-out");
        CheckOptions options =
                new CheckOptions(
                        arguments.take("--json"),
                        arguments.take("--batch"),
                        security.isPresent()
                                ? Optional.of(SecurityName.parse(security.get()))
                                : Optional.empty(),
                        authorities,
                        arguments.takeValue("--user"),
                        arguments.take("--password-stdin"),
                        timeOut.isPresent()
                                ? Optional.of(seconds(timeOut.get()))
                                : Optional.empty(),
                        arguments.rest());
        options.requireSense();
        return options;
    }

    private void requireSense() throws WrongUsage {
        if (batch && (!urls.isEmpty() || user.isPresent() || passwordStdin)) {
            throw new WrongUsage(Messages.format("Check.batchAlone"));
        }
        if (!batch && urls.isEmpty()) {
            throw new WrongUsage(Messages.format("Check.noUrl"));
        }
        if (user.isPresent() != passwordStdin) {
            throw new WrongUsage(Messages.format("Check.userAndPassword"));
        }
    }

    /** Seconds as a person writes them: {@code 5}, {@code 0.5}. */
    static Duration seconds(String text) throws WrongUsage {
        try {
            double seconds = Double.parseDouble(text);
            Duration limit = Duration.ofMillis(Math.round(seconds * 1000));
            if (seconds <= LONGEST && limit.isPositive()) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw new WrongUsage(Messages.format("Check.timeOut", Text.visible(text)));
        }
        throw new WrongUsage(Messages.format("Check.timeOut", Text.visible(text)));
    }
}
