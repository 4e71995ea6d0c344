package org.postern.security.internal;

import org.postern.core.Security;
import org.postern.security.ConnectionPolicy;
import org.postern.security.IntendedConnection;
import org.postern.security.ReferenceHost;
import org.postern.security.Verdict;

/** Warns of a connection in clear, unless it stays within this machine. */
public final class DefaultConnectionPolicy implements ConnectionPolicy {

    /** The id that verdicts carry. */
    public static final String ID = "org.postern.security.default";

    @Override
    public Verdict judge(IntendedConnection connection) {
        boolean exposed =
                connection.security() == Security.NONE
                        && !ReferenceHost.isLoopback(connection.endpoint().host());
        return exposed
                ? Verdict.warn(ID, Messages.text("policy.clear", connection.endpoint()))
                : Verdict.allow(ID);
    }
}
