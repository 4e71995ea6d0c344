package org.postern.imap.tests;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.testing.ClearTextRules;
import org.postern.testing.Dovecot;
import org.postern.testing.RawImap;
import org.postern.testing.RecordingProxy;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;
import org.postern.transport.contract.LoginFixture;
import org.postern.transport.contract.StoredMail;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Two new mailboxes on a Dovecot for each test of a contract. */
final class DovecotFixture implements LoginFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final Map<Flag, String> NAMES =
            Map.of(
                    Flag.SEEN, "\\Seen",
                    Flag.FLAGGED, "\\Flagged",
                    Flag.ANSWERED, "\\Answered",
                    Flag.DRAFT, "\\Draft",
                    Flag.DELETED, "\\Deleted",
                    Flag.FORWARDED, "$Forwarded");

    private final Dovecot dovecot;
    private final Security security;
    private final String mailbox = "Box" + NUMBER.incrementAndGet();
    private final String other = mailbox + "b";
    private final RawImap raw;
    private final RecordingProxy wire;

    DovecotFixture(Dovecot dovecot, Security security) throws IOException {
        int port = security == Security.TLS ? dovecot.imapsPort() : dovecot.imapPort();
        this.wire = RecordingProxy.to(dovecot.host(), port).start();
        this.dovecot = dovecot;
        this.security = security;
        this.raw = dovecot.raw().create(mailbox).create(other);
    }

    private OpenRequest request() {
        return Sessions.request(
                wire.host(), wire.port(), security, dovecot.user(), Duration.ofSeconds(30));
    }

    @Override
    public MailSession open(IProgressMonitor monitor) throws MailException {
        return Sessions.open(request(), monitor);
    }

    @Override
    public MailSession open(OpenRequest.Credentials credentials, IProgressMonitor monitor)
            throws MailException {
        OpenRequest right = request();
        OpenRequest other =
                new OpenRequest(
                        right.account(),
                        right.location(),
                        right.endpoint(),
                        right.security(),
                        right.user(),
                        credentials,
                        right.timeouts());
        return Sessions.open(other, monitor);
    }

    @Override
    public String mailbox() {
        return mailbox;
    }

    @Override
    public Optional<String> otherMailbox() {
        return Optional.of(other);
    }

    @Override
    public void put(String box, byte[] message, Set<Flag> flags) throws IOException {
        raw.append(box, message, flags.stream().map(NAMES::get).toArray(String[]::new));
    }

    @Override
    public List<StoredMail> look(String box) throws IOException {
        List<StoredMail> mail = new ArrayList<>();
        raw.select(box);
        for (long uid : raw.uids()) {
            mail.add(new StoredMail(Long.toString(uid), raw.message(uid), flags(uid)));
        }
        return mail;
    }

    private Set<Flag> flags(long uid) throws IOException {
        List<String> names = raw.flags(uid);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        NAMES.forEach(
                (flag, name) -> {
                    if (names.stream().anyMatch(name::equalsIgnoreCase)) {
                        flags.add(flag);
                    }
                });
        return flags;
    }

    @Override
    public void remove(String box, String handle) throws IOException {
        raw.select(box).expunge(Long.parseLong(handle));
    }

    @Override
    public List<String> secrets() {
        return List.of(dovecot.user().password());
    }

    /** Nothing but discovery went by in clear where protection was asked for. */
    @Override
    public void close() throws IOException {
        raw.close();
        wire.close();
        if (security.isProtected()) {
            ClearTextRules.assertKept(wire);
            wire.assertNeverInClear(dovecot.user().password());
        }
    }
}
