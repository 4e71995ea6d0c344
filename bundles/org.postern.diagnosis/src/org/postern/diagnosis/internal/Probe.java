package org.postern.diagnosis.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.diagnosis.Connecting;
import org.postern.diagnosis.Sibling.Outcome;
import org.postern.net.Connection;
import org.postern.net.ConnectionObserver;
import org.postern.net.Connector;
import org.postern.net.Timeouts;
import org.postern.transport.ConnectionPlan;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;
import org.postern.transport.Transports;

/**
 * Goes one way to a server as far as the login, for a user without name and password. In clear it
 * turns round at the greeting, so that not even a stranger's transport can say a word there.
 */
final class Probe {

    /** Stands for a name where a transport insists on one; never sent. */
    private static final String NOBODY = "nobody";

    private final Account account;
    private final ConnectionPlan plan;
    private final Transports transports;
    private final Connecting connecting;
    private final Timeouts timeouts;
    private final ConnectionObserver observer;

    Probe(
            Account account,
            ConnectionPlan plan,
            Transports transports,
            Connecting connecting,
            Timeouts timeouts,
            ConnectionObserver observer) {
        this.observer = observer;
        this.account = account;
        this.plan = plan;
        this.transports = transports;
        this.connecting = connecting;
        this.timeouts = timeouts;
    }

    Outcome run(IProgressMonitor monitor) {
        Withheld withheld = new Withheld(account.id());
        try {
            Connector connector =
                    new Watching(connecting.connector(account, plan.security()), observer);
            MailSession session =
                    transports
                            .load(plan.transport().id())
                            .open(request(withheld), turningRound(connector, withheld), monitor);
            session.close();
            return new Outcome.Works();
        } catch (MailException e) {
            return withheld.asked() ? new Outcome.Works() : new Outcome.Fails(e.failure());
        }
    }

    private OpenRequest request(Withheld withheld) {
        return new OpenRequest(
                account.id(),
                account.incoming().location(),
                plan.endpoint(),
                plan.security(),
                NOBODY,
                withheld,
                timeouts);
    }

    private Connector turningRound(Connector connector, Withheld withheld) {
        return (request, monitor) -> {
            Connection made = connector.connect(request, monitor);
            if (made.posture().security() != Security.NONE) {
                return made;
            }
            made.close();
            withheld.secret();
            throw new MailException(new Failure.PasswordMissing(account.id()));
        };
    }
}
