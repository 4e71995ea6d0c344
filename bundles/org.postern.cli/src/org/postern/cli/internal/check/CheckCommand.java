package org.postern.cli.internal.check;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.RegistryFactory;
import org.postern.cli.Arguments;
import org.postern.cli.Command;
import org.postern.cli.Console;
import org.postern.cli.ExitCode;
import org.postern.cli.Installation;
import org.postern.cli.WrongUsage;
import org.postern.core.Secret;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code postern check}: whether servers do what a user needs of them, and if not, why. */
public final class CheckCommand implements Command {

    private final Checker checker;

    /** As the extension makes it: over what is installed. */
    public CheckCommand() {
        this(Installation.in(RegistryFactory.getRegistry()));
    }

    /** Over something else. */
    public CheckCommand(Installation installed) {
        this.checker = new Checker(installed);
    }

    @Override
    public int run(Arguments arguments, Console console, IProgressMonitor monitor)
            throws WrongUsage, IOException {
        CheckOptions options = CheckOptions.parse(arguments);
        if (options.batch()) {
            return new Batch(checker, options, console, monitor).run();
        }
        Optional<Secret> password =
                options.passwordStdin()
                        ? Optional.of(GivenPassword.read(console))
                        : Optional.empty();
        try {
            return checkAll(requests(options, password), options.json(), console, monitor);
        } finally {
            password.ifPresent(Secret::close);
        }
    }

    /** All are looked at before the first is connected to. */
    private List<CheckRequest> requests(CheckOptions options, Optional<Secret> password)
            throws WrongUsage {
        List<CheckRequest> requests = new ArrayList<>();
        for (String url : options.urls()) {
            CheckRequest request =
                    new CheckRequest(
                            url,
                            options.security(),
                            options.authorities(),
                            options.user(),
                            password,
                            options.timeOut());
            checker.account(request);
            requests.add(request);
        }
        return requests;
    }

    private int checkAll(
            List<CheckRequest> requests, boolean json, Console console, IProgressMonitor monitor)
            throws WrongUsage, IOException {
        int worst = ExitCode.SOUND;
        for (CheckRequest request : requests) {
            worst = Math.max(worst, check(request, json, console, monitor));
        }
        return worst;
    }

    private int check(CheckRequest request, boolean json, Console console, IProgressMonitor monitor)
            throws WrongUsage, IOException {
        if (json) {
            Answer answer = Answer.of(checker.check(request, rung -> {}, monitor));
            console.data(answer.line());
            return answer.exit();
        }
        Story story = Story.begin(request.url(), console);
        CheckResult result = checker.check(request, story::rung, monitor);
        story.end(result);
        return result.verdict().exit();
    }
}
