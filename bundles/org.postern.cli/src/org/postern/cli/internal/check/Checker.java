package org.postern.cli.internal.check;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.account.Account;
import org.postern.cli.Installation;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.Messages;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.diagnosis.Examination;
import org.postern.diagnosis.RungResult;
import org.postern.security.Pins;
import org.postern.security.TrustAnchors;
import org.postern.security.TrustSources;
import org.postern.transport.OpenRequest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Does what a request asks for. Thread-safe. */
final class Checker {

    private final Installation installed;
    private final Doctors doctors;
    private final Map<Path, TrustAnchors> authorities = new ConcurrentHashMap<>();

    Checker(Installation installed) {
        this.installed = installed;
        this.doctors = new Doctors(installed, new NoCredentials(), Pins.NONE);
    }

    /** The account that a request stands for. */
    Account account(CheckRequest request) throws WrongUsage {
        return CheckAccount.of(request, installed.transports());
    }

    /**
     * Blocks.
     *
     * @param listener hears of rungs as they change, on any thread
     * @throws WrongUsage when the request makes no sense; nothing was connected to then
     */
    CheckResult check(CheckRequest request, Consumer<RungResult> listener, IProgressMonitor monitor)
            throws WrongUsage {
        Account account = account(request);
        if (request.authorities().isPresent()) {
            requireCertificates(request.authorities().get());
        }
        long start = System.nanoTime();
        Look look = new Look();
        Examination examination =
                doctors.doctor(authorities(request), request.timeOut())
                        .examine(account, credentials(request, account), look, listener, monitor);
        return CheckResult.of(request.url(), examination, look, start);
    }

    private static List<Path> authorities(CheckRequest request) {
        return request.authorities().map(List::of).orElse(List.of());
    }

    /** Otherwise a slip of the pen would look like a server that nobody vouches for. */
    private void requireCertificates(Path file) throws WrongUsage {
        if (!Files.isRegularFile(file)) {
            throw new WrongUsage(Messages.format("Check.noFile", file));
        }
        TrustAnchors found =
                authorities.computeIfAbsent(file, f -> TrustSources.only(List.of(f)).get());
        if (found.certificates().isEmpty()) {
            authorities.remove(file);
            String reason = String.join(" ", found.problems());
            throw new WrongUsage(Messages.format("Check.authorities", file, reason).strip());
        }
    }

    /** Where nobody can log in, a session is opened without asking for a password. */
    private Optional<OpenRequest.Credentials> credentials(CheckRequest request, Account account) {
        if (request.password().isPresent()) {
            Secret password = request.password().get();
            return Optional.of(() -> copy(password));
        }
        boolean login =
                installed
                        .transports()
                        .find(account.incoming().transport())
                        .filter(transport -> transport.login())
                        .isPresent();
        return login ? Optional.empty() : Optional.of(() -> nobody(account));
    }

    private static Secret copy(Secret secret) {
        char[] characters = secret.characters();
        try {
            return Secret.of(characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private static Secret nobody(Account account) throws MailException {
        throw new MailException(new Failure.PasswordMissing(account.id()));
    }
}
