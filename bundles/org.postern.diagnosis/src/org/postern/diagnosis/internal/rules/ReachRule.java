package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Mends;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Words;
import org.postern.net.Observation;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Nothing is to be had at that address and port. */
public final class ReachRule implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure().flatMap(failure -> found(facts, failure));
    }

    private static Optional<Finding> found(Facts facts, Failure failure) {
        return switch (failure) {
            case Failure.Refused f -> Optional.of(refused(facts));
            case Failure.Unreachable f -> Optional.of(unreachable(facts, f));
            default -> Optional.empty();
        };
    }

    /**
     * A server without SSL refuses its SSL port; that is worth another sentence than a server that
     * is down. Where no other way is answered either, nothing points to the one and not the other.
     */
    private static Finding refused(Facts facts) {
        Mends mends = facts.mends();
        boolean tls = mends.security() == Security.TLS;
        boolean down = facts.surveyed() && facts.siblings().stream().noneMatch(Ways::answers);
        return Words.of(tls && !down ? "refused-ssl-port" : "connection-refused")
                .finding(
                        facts,
                        mends.useDefaultPort(),
                        mends.startTls().filter(mend -> tls),
                        mends.untickSsl());
    }

    private static Finding unreachable(Facts facts, Failure.Unreachable f) {
        String detail = f.detail();
        if (onlyNewAddresses(facts)) {
            return Words.of("only-ipv6", f.peer().host(), detail).finding();
        }
        boolean nowhere = detail.toLowerCase(Locale.ROOT).contains("network is unreachable");
        return Words.of(nowhere ? "network-down" : "unreachable", detail).finding(facts);
    }

    /** The server has addresses of the new kind only, and this network has no way to them. */
    private static boolean onlyNewAddresses(Facts facts) {
        List<InetAddress> addresses =
                facts.seen(Observation.Resolved.class)
                        .flatMap(each -> each.addresses().stream())
                        .toList();
        return !addresses.isEmpty() && addresses.stream().allMatch(Inet6Address.class::isInstance);
    }
}
