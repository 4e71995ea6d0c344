package example.maildir;

import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.security.PortPolicy;
import org.postern.security.PortQuestion;

import java.util.Optional;

/** This company's IMAPS is on 1993. Everything else is left to the other policies. */
public final class CompanyPortPolicy implements PortPolicy {

    private static final Port COMPANY = new Port(1993);

    @Override
    public Optional<Port> defaultPort(PortQuestion question) {
        boolean ours = question.protocol().equals("imap") && question.security() == Security.TLS;
        return ours ? Optional.of(COMPANY) : Optional.empty();
    }
}
