package org.postern.imap.internal.session;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.imap.internal.command.Capability;
import org.postern.imap.internal.command.Enable;
import org.postern.imap.internal.response.Capabilities;
import org.postern.imap.internal.response.Condition;
import org.postern.imap.internal.response.Enabled;
import org.postern.imap.internal.response.LiteralSink;
import org.postern.imap.internal.response.Response;
import org.postern.imap.internal.response.ResponseReader;
import org.postern.imap.internal.response.Status;
import org.postern.imap.internal.wire.Limits;
import org.postern.imap.internal.wire.WireIn;
import org.postern.net.ConnectRequest;
import org.postern.net.Connection;
import org.postern.net.Connector;
import org.postern.net.Dialects;
import org.postern.net.Login;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** From nothing to a session that is logged in. */
public final class Opening {

    private static final List<String> WANTED = List.of("CONDSTORE", "QRESYNC", "UTF8=ACCEPT");

    private final OpenRequest request;
    private final Dialogue dialogue;

    private Opening(OpenRequest request, Dialogue dialogue) {
        this.request = request;
        this.dialogue = dialogue;
    }

    /**
     * Connects and logs in. Nothing stays open when it throws.
     *
     * @param limits for this server
     */
    public static MailSession session(
            OpenRequest request, Connector connector, Limits limits, IProgressMonitor monitor)
            throws MailException {
        return session(request, connector, limits, System::nanoTime, monitor);
    }

    /**
     * The same by another clock.
     *
     * @param clock nanoseconds, by which links are measured
     */
    public static MailSession session(
            OpenRequest request,
            Connector connector,
            Limits limits,
            LongSupplier clock,
            IProgressMonitor monitor)
            throws MailException {
        Connection connection = connector.connect(wish(request), monitor);
        Dialogue dialogue = new Dialogue(connection, request.timeouts(), limits);
        boolean open = false;
        try {
            requirePromise(request, connection);
            Opening opening = new Opening(request, dialogue);
            Features features =
                    dialogue.during(monitor, () -> opening.logIn(connection.greeting()));
            open = true;
            return new ImapSession(dialogue, features, clock);
        } finally {
            if (!open) {
                dialogue.abandon();
            }
        }
    }

    private static ConnectRequest wish(OpenRequest request) throws MailException {
        return new ConnectRequest(
                request.account(),
                request.requireEndpoint(),
                request.security(),
                Dialects.IMAP,
                request.timeouts());
    }

    /** A connector of somebody else's making must not lead to a login in clear. */
    private static void requirePromise(OpenRequest request, Connection connection) {
        Security really = connection.posture().security();
        if (request.security().isProtected() && !really.isProtected()) {
            throw new IllegalStateException("the connector did not protect the connection");
        }
    }

    private Features logIn(Optional<String> greeting) throws IOException, MailException {
        dialogue.beforeLogin();
        if (greeting.isPresent()) {
            hear(greeting.get());
        }
        askUnlessTold(0);
        dialogue.offered();
        int before = dialogue.told().capabilityNews();
        Login how = new Authenticator(request, dialogue, dialogue.told().capabilities()).logIn();
        askUnlessTold(before);
        dialogue.loggedIn(how);
        Features features = enable();
        if (features.utf8Names()) {
            dialogue.speakUtf8();
        }
        return features;
    }

    private void hear(String greeting) throws IOException, MailException {
        byte[] line = (greeting + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        WireIn in = new WireIn(new ByteArrayInputStream(line), dialogue.limits());
        ResponseReader reader = new ResponseReader(in, dialogue.limits());
        if (reader.next(LiteralSink.NONE) instanceof Condition condition) {
            judge(condition);
        }
    }

    private void judge(Condition greeting) throws MailException {
        if (greeting.status() == Status.PREAUTH) {
            throw new MailException(new Failure.PreAuthenticated(dialogue.peer()));
        }
        greeting.code().ifPresent(code -> dialogue.told().learn(code, greeting.text()));
    }

    private void askUnlessTold(int before) throws IOException, MailException {
        if (dialogue.told().capabilityNews() == before) {
            dialogue.require(Capability.ask(), Listener.NOBODY);
        }
    }

    private Features enable() throws IOException, MailException {
        Capabilities told = dialogue.told().capabilities();
        Features without = new Features(told, Set.of());
        List<String> wanted = WANTED.stream().filter(told::has).toList();
        if (!without.has("ENABLE") || wanted.isEmpty()) {
            return without;
        }
        Set<String> enabled = new HashSet<>();
        dialogue.run(Enable.extensions(wanted), response -> collect(response, enabled));
        return new Features(told, enabled);
    }

    private static boolean collect(Response response, Set<String> enabled) {
        if (response instanceof Enabled some) {
            enabled.addAll(some.names());
        }
        return response instanceof Enabled;
    }
}
