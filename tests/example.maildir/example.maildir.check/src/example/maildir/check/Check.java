package example.maildir.check;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.net.Timeouts;
import org.postern.security.PolicyReports;
import org.postern.security.PortPolicies;
import org.postern.security.PortQuestion;
import org.postern.security.RegistryPolicies;
import org.postern.transport.ChangeSink;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;
import org.postern.transport.RegistryTransports;
import org.postern.transport.RemoteId;
import org.postern.transport.RemoteMessage;
import org.postern.transport.TransportDescriptor;
import org.postern.transport.Transports;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says what an installed Postern has: a line for each transport with the port that it uses by
 * default, and, for a Maildir that is given as the argument, its messages as the transport
 * "maildir" reads them.
 */
public final class Check implements IApplication {

    private final PrintStream out = System.out;

    @Override
    public Object start(IApplicationContext context) throws Exception {
        IExtensionRegistry registry = RegistryFactory.getRegistry();
        Transports transports = new RegistryTransports(registry);
        RegistryPolicies policies = new RegistryPolicies(registry, PolicyReports.toLog());
        PortPolicies ports = new PortPolicies(policies::portPolicies, PolicyReports.toLog());
        for (TransportDescriptor transport : transports.all()) {
            out.println(
                    "transport "
                            + transport.id()
                            + " port "
                            + port(transport, ports)
                            + " label "
                            + transport.label());
        }
        String[] arguments =
                (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        if (arguments.length > 0) {
            readAll(transports, arguments[arguments.length - 1]);
        }
        return EXIT_OK;
    }

    private static String port(TransportDescriptor transport, PortPolicies ports) {
        PortQuestion question =
                new PortQuestion(
                        transport.protocol(), transport.security(), transport.defaultPort());
        return ports.defaultPort(question).map(Port::toString).orElse("none");
    }

    private void readAll(Transports transports, String folder) throws MailException {
        OpenRequest request =
                new OpenRequest(
                        new AccountId("check"),
                        folder,
                        Optional.empty(),
                        Security.NONE,
                        "",
                        () -> {
                            throw new MailException(
                                    new Failure.PasswordMissing(new AccountId("check")));
                        },
                        Timeouts.DEFAULT);
        NullProgressMonitor monitor = new NullProgressMonitor();
        try (MailSession session =
                transports
                        .load("maildir")
                        .open(
                                request,
                                (wanted, m) -> {
                                    throw new MailException(
                                            new Failure.BadSettings(
                                                    "a Maildir needs no connection"));
                                },
                                monitor)) {
            String inbox = session.mailboxes(monitor).getFirst().id();
            session.changes(inbox, Optional.empty(), new Told(session, inbox), monitor);
        }
    }

    @Override
    public void stop() {
        out.flush();
    }

    /** Prints each message with its first line of text. */
    private final class Told implements ChangeSink {

        private final MailSession session;
        private final String mailbox;

        Told(MailSession session, String mailbox) {
            this.session = session;
            this.mailbox = mailbox;
        }

        @Override
        public void forgotten() {
            out.println("forgotten");
        }

        @Override
        public void added(RemoteMessage message) throws MailException {
            session.bodies(
                    mailbox,
                    List.of(message.id()),
                    (id, in) -> {
                        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        out.println(
                                "message "
                                        + id
                                        + " "
                                        + text.length()
                                        + " "
                                        + text.lines().findFirst().orElse(""));
                    },
                    new NullProgressMonitor());
        }

        @Override
        public void flags(RemoteId id, Set<Flag> flags) {
            out.println("flags " + id + " " + flags);
        }

        @Override
        public void vanished(RemoteId id) {
            out.println("vanished " + id);
        }
    }
}
