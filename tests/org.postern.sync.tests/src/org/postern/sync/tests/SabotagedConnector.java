package org.postern.sync.tests;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.net.ConnectRequest;
import org.postern.net.Connection;
import org.postern.net.Connector;
import org.postern.net.Posture;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

/**
 * Does what so many clients did: where a protected connection fails, it makes one without.
 *
 * @param sound the one that was sabotaged
 * @param lies whether it says that what it made is protected
 */
record SabotagedConnector(Connector sound, boolean lies) implements Connector {

    private static final Posture FORGED =
            new Posture(
                    Security.STARTTLS,
                    Optional.of("TLSv1.3"),
                    Optional.of("TLS_AES_128_GCM_SHA256"),
                    List.of(),
                    Posture.Trust.AUTHORITY,
                    Optional.empty(),
                    List.of(),
                    List.of());

    @Override
    public Connection connect(ConnectRequest request, IProgressMonitor monitor)
            throws MailException {
        try {
            return sound.connect(request, monitor);
        } catch (MailException e) {
            Connection clear = sound.connect(weaker(request), monitor);
            return lies ? forged(clear) : clear;
        }
    }

    private static ConnectRequest weaker(ConnectRequest request) {
        return new ConnectRequest(
                request.account(),
                request.endpoint(),
                Security.NONE,
                request.dialect(),
                request.timeouts());
    }

    private static Connection forged(Connection clear) {
        return (Connection)
                Proxy.newProxyInstance(
                        SabotagedConnector.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            try {
                                return method.getName().equals("posture")
                                        ? FORGED
                                        : method.invoke(clear, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
