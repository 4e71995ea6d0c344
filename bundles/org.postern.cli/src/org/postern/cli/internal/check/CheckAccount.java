package org.postern.cli.internal.check;

import org.postern.account.Account;
import org.postern.account.Authentication;
import org.postern.account.ServerSettings;
import org.postern.account.SyncOptions;
import org.postern.cli.WrongUsage;
import org.postern.cli.internal.Messages;
import org.postern.core.AccountId;
import org.postern.core.Security;
import org.postern.transport.TransportDescriptor;
import org.postern.transport.Transports;

import java.util.List;
import java.util.Optional;

/** The account that a request stands for. It is stored nowhere. */
final class CheckAccount {

    /** Stands for a name where a transport insists on one; never sent. */
    private static final String NOBODY = "nobody";

    private CheckAccount() {}

    /**
     * @throws WrongUsage when URL and security contradict each other: neither is bent
     */
    static Account of(CheckRequest request, Transports transports) throws WrongUsage {
        MailUrl url = MailUrl.parse(request.url(), transports);
        Security own = url.transport().security();
        Security wanted = request.security().orElse(own);
        require(possible(wanted, url.transport(), transports), wanted, url, transports);
        ServerSettings settings =
                new ServerSettings(
                        url.transport().id(),
                        url.location(),
                        url.port(),
                        request.user().orElse(NOBODY),
                        url.transport().login() ? Authentication.PASSWORD : Authentication.NONE,
                        wanted);
        return new Account(
                AccountId.random(), request.url(), List.of(), settings, SyncOptions.DEFAULT);
    }

    private static boolean possible(
            Security wanted, TransportDescriptor transport, Transports transports) {
        return switch (wanted) {
            case NONE -> transport.security() == Security.NONE;
            case STARTTLS -> transport.startTls();
            case TLS ->
                    transports
                            .inMode(transport, Security.TLS)
                            .filter(found -> found.security() == Security.TLS)
                            .isPresent();
        };
    }

    private static void require(
            boolean possible, Security wanted, MailUrl url, Transports transports)
            throws WrongUsage {
        if (possible) {
            return;
        }
        String scheme = url.transport().scheme();
        Optional<String> twin =
                url.transport().twin().flatMap(transports::find).map(t -> t.scheme());
        throw new WrongUsage(
                twin.isPresent()
                        ? Messages.format(
                                "Security.contradictsTwin",
                                SecurityName.of(wanted),
                                scheme,
                                twin.get())
                        : Messages.format("Security.contradicts", SecurityName.of(wanted), scheme));
    }
}
