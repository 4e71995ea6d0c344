package org.postern.ui.internal.posture;

import org.postern.account.Account;
import org.postern.core.Endpoint;
import org.postern.net.Posture;
import org.postern.security.CertificateExpiry;
import org.postern.sync.AccountState;
import org.postern.sync.RefusedDowngrade;
import org.postern.transport.ConnectionPlan;
import org.postern.ui.Services;
import org.postern.ui.internal.Exposure;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.certificates.CertificateFacts;
import org.postern.ui.internal.folders.AccountBadge;
import org.postern.ui.internal.look.Dates;
import org.postern.ui.internal.look.Fact;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What really holds for an account's connection now, in words. */
public final class PostureFacts {

    private final Services services;
    private final Account account;
    private final Instant now;
    private final List<Fact> facts = new ArrayList<>();

    private PostureFacts(Services services, Account account, Instant now) {
        this.services = services;
        this.account = account;
        this.now = now;
    }

    /**
     * From memory, without waiting.
     *
     * @param client what is known of the account's client certificate
     */
    public static List<Fact> of(
            Services services, Account account, Instant now, Optional<Fact> client) {
        PostureFacts page = new PostureFacts(services, account, now);
        page.wanted();
        AccountState state = services.engine().state(account.id());
        page.state(state);
        posture(state).ifPresent(page::posture);
        page.pins();
        page.binding();
        client.ifPresent(page.facts::add);
        page.refused();
        return page.facts;
    }

    static Optional<Posture> posture(AccountState state) {
        return state instanceof AccountState.Online online ? online.posture() : Optional.empty();
    }

    private void wanted() {
        Optional<ConnectionPlan> plan = Exposure.plan(services, account);
        String where = plan.flatMap(ConnectionPlan::endpoint).map(Endpoint::toString).orElse("");
        String how =
                plan.map(ConnectionPlan::security)
                        .map(PostureTexts::wanted)
                        .orElse(Messages.Posture_unusable);
        add(Messages.Posture_wanted, where.isEmpty() ? how : where + "\n" + how);
    }

    private void state(AccountState state) {
        if (!(state instanceof AccountState.Online)) {
            AccountBadge badge = AccountBadge.of(account, state, false, services.diagnostician());
            add(
                    Messages.Posture_now,
                    Messages.bind(Messages.Posture_notConnected, badge.tooltip()),
                    Fact.Tone.QUIET);
        } else if (posture(state).isEmpty()) {
            add(Messages.Posture_now, Messages.Badge_localTip, Fact.Tone.QUIET);
        }
    }

    private void posture(Posture posture) {
        add(Messages.Posture_now, PostureTexts.holds(posture), PostureTexts.tone(posture));
        posture.protocol().ifPresent(version -> add(Messages.Posture_version, version));
        posture.cipherSuite().ifPresent(cipher -> add(Messages.Posture_cipher, cipher));
        if (!posture.chain().isEmpty()) {
            add(
                    Messages.Posture_identity,
                    identity(posture),
                    posture.isConfidential() ? Fact.Tone.SOUND : Fact.Tone.CAUTION);
            chain(posture.chain());
        }
        login(posture);
        policies(posture);
    }

    private String identity(Posture posture) {
        String host = account.incoming().location();
        return posture.trust() == Posture.Trust.PIN
                ? Messages.bind(Messages.Posture_identityPin, host)
                : Messages.bind(
                        Messages.Posture_identityMatch,
                        host,
                        CertificateFacts.names(posture.chain().getFirst()));
    }

    private void chain(List<X509Certificate> chain) {
        String label = Messages.Posture_chain;
        for (X509Certificate certificate : chain) {
            String text =
                    CertificateFacts.shortName(certificate)
                            + "\n"
                            + Messages.bind(
                                    Messages.Posture_validUntil,
                                    CertificateFacts.ends(certificate, now));
            add(label, text, CertificateFacts.tone(CertificateExpiry.of(certificate, now)));
            label = "";
        }
    }

    private void login(Posture posture) {
        posture.login()
                .ifPresent(
                        login ->
                                add(
                                        Messages.Posture_login,
                                        PostureTexts.login(login),
                                        PostureTexts.tone(login, posture)));
    }

    private void policies(Posture posture) {
        if (!posture.forced().isEmpty()) {
            add(Messages.Posture_forced, String.join("\n", posture.forced()));
        }
        if (!posture.warnings().isEmpty()) {
            add(Messages.Posture_warned, String.join("\n", posture.warnings()), Fact.Tone.CAUTION);
        }
    }

    private void pins() {
        List<String> lines = new ArrayList<>();
        for (Endpoint server : services.pins().pinnedServers(account.id())) {
            services.pins()
                    .pinned(account.id(), server)
                    .ifPresent(
                            leaf -> lines.add(server + "\n" + CertificateFacts.fingerprint(leaf)));
        }
        if (lines.isEmpty()) {
            add(Messages.Posture_pin, Messages.Posture_noPin, Fact.Tone.QUIET);
        } else {
            add(Messages.Posture_pin, String.join("\n", lines), Fact.Tone.CAUTION);
        }
    }

    private void binding() {
        for (Endpoint server : services.pins().boundServers(account.id())) {
            services.pins()
                    .boundSince(account.id(), server)
                    .map(since -> Dates.here().full(since))
                    .ifPresent(
                            since ->
                                    add(
                                            Messages.Posture_binding,
                                            Messages.bind(
                                                    Messages.Posture_bindingSince, server, since),
                                            Fact.Tone.SOUND));
        }
    }

    private void refused() {
        Optional<RefusedDowngrade> last = services.engine().refusedDowngrade(account.id());
        if (last.isEmpty()) {
            add(Messages.Posture_refused, Messages.Posture_neverRefused, Fact.Tone.QUIET);
            return;
        }
        String what = services.diagnostician().diagnose(account, last.get().failure()).meaning();
        add(
                Messages.Posture_refused,
                Dates.here().full(last.get().at()) + "\n" + what,
                Fact.Tone.CAUTION);
    }

    private void add(String label, String value) {
        add(label, value, Fact.Tone.PLAIN);
    }

    private void add(String label, String value, Fact.Tone tone) {
        facts.add(new Fact(label, value, tone));
    }
}
