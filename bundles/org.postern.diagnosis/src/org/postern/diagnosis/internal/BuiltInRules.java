package org.postern.diagnosis.internal;

import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.RankedRule;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.rules.CaptivePortalRule;
import org.postern.diagnosis.internal.rules.CertificateRule;
import org.postern.diagnosis.internal.rules.ClearTextRule;
import org.postern.diagnosis.internal.rules.ClientCertificateRule;
import org.postern.diagnosis.internal.rules.ClientExpiryWarning;
import org.postern.diagnosis.internal.rules.ClockRule;
import org.postern.diagnosis.internal.rules.ExpiryWarning;
import org.postern.diagnosis.internal.rules.GoodbyeRule;
import org.postern.diagnosis.internal.rules.InterceptionRule;
import org.postern.diagnosis.internal.rules.InterceptionWarning;
import org.postern.diagnosis.internal.rules.Ipv6Warning;
import org.postern.diagnosis.internal.rules.LocalRule;
import org.postern.diagnosis.internal.rules.LoginRule;
import org.postern.diagnosis.internal.rules.MailboxRule;
import org.postern.diagnosis.internal.rules.MechanismRule;
import org.postern.diagnosis.internal.rules.NameRule;
import org.postern.diagnosis.internal.rules.PostureWarning;
import org.postern.diagnosis.internal.rules.ProtocolRule;
import org.postern.diagnosis.internal.rules.ProviderRule;
import org.postern.diagnosis.internal.rules.ReachRule;
import org.postern.diagnosis.internal.rules.SilenceRule;
import org.postern.diagnosis.internal.rules.StartTlsRule;
import org.postern.diagnosis.internal.rules.StrangerRule;
import org.postern.diagnosis.internal.rules.TlsOnlyRule;
import org.postern.diagnosis.internal.rules.TlsRule;

import java.util.ArrayList;
import java.util.List;

/**
 * Postern's own rules, for a JVM without a registry. {@code plugin.xml} contributes the same ones
 * in the same order; a test compares. Rules that know a truer cause stand before those that know
 * only the failure.
 */
public final class BuiltInRules {

    private static final int FIRST = 1000;
    private static final int APART = 10;

    private static final List<Rule> ORDER =
            List.of(
                    new ClockRule(),
                    new InterceptionRule(),
                    new CaptivePortalRule(),
                    new StrangerRule(),
                    new ClearTextRule(),
                    new TlsOnlyRule(),
                    new NameRule(),
                    new ReachRule(),
                    new SilenceRule(),
                    new GoodbyeRule(),
                    new StartTlsRule(),
                    new TlsRule(),
                    new ClientCertificateRule(),
                    new CertificateRule(),
                    new ProviderRule(),
                    new LoginRule(),
                    new MechanismRule(),
                    new MailboxRule(),
                    new ProtocolRule(),
                    new LocalRule(),
                    new Ipv6Warning(),
                    new PostureWarning(),
                    new ExpiryWarning(),
                    new ClientExpiryWarning(),
                    new InterceptionWarning());

    private BuiltInRules() {}

    public static List<RankedRule> all() {
        List<RankedRule> all = new ArrayList<>();
        for (Rule rule : ORDER) {
            String id = "org.postern.diagnosis." + rule.getClass().getSimpleName();
            all.add(new RankedRule(id, FIRST + APART * all.size(), rule));
        }
        return all;
    }

    /** For a failure that no rule speaks to: only where somebody took ours away. */
    public static Finding unexplained(Facts facts) {
        String seen = facts.failure().map(failure -> failure.getClass().getSimpleName()).orElse("");
        return Words.of("unexplained", seen).finding();
    }
}
