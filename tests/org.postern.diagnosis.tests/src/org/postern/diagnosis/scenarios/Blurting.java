package org.postern.diagnosis.scenarios;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Step;
import org.postern.net.ConnectRequest;
import org.postern.net.Connection;
import org.postern.net.Connector;
import org.postern.net.Dialects;
import org.postern.transport.OpenRequest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A transport of a stranger that says who the user is before anybody asked. */
final class Blurting {

    private Blurting() {}

    static MailException out(OpenRequest request, Connector connector, IProgressMonitor monitor)
            throws MailException {
        ConnectRequest wish =
                new ConnectRequest(
                        request.account(),
                        request.requireEndpoint(),
                        request.security(),
                        Dialects.IMAP,
                        request.timeouts());
        try (Connection connection = connector.connect(wish, monitor)) {
            String words = "HELLO I AM " + request.user() + "\r\n";
            connection.out().write(words.getBytes(StandardCharsets.US_ASCII));
            connection.out().flush();
        } catch (IOException e) {
            return new MailException(new Failure.Broken(wish.endpoint(), Step.LOGIN, "gone"), e);
        }
        return new MailException(new Failure.Closed(wish.endpoint(), Step.LOGIN, ""));
    }
}
