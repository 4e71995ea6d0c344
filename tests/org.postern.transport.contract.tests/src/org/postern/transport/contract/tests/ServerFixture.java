package org.postern.transport.contract.tests;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.Flag;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.testing.ClearTextRules;
import org.postern.testing.RawImap;
import org.postern.testing.RecordingProxy;
import org.postern.transport.MailSession;
import org.postern.transport.OpenRequest;
import org.postern.transport.contract.LoginFixture;
import org.postern.transport.contract.StoredMail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Mail on a server; behind the sessions' back it is reached with a raw IMAP client. */
final class ServerFixture implements LoginFixture {

    private static final String INBOX = "INBOX";
    private static final String ARCHIVE = "Archive";
    private static final Map<Flag, String> NAMES =
            Map.of(
                    Flag.SEEN, "\\Seen",
                    Flag.FLAGGED, "\\Flagged",
                    Flag.ANSWERED, "\\Answered",
                    Flag.DRAFT, "\\Draft",
                    Flag.DELETED, "\\Deleted",
                    Flag.FORWARDED, "$Forwarded");

    private final Route route;
    private final RawImap raw;
    private final RecordingProxy wire;

    ServerFixture(Route route) throws IOException {
        this.route = route;
        this.wire = RecordingProxy.to(route.place().port(route)).start();
        this.raw = route.place().raw(route);
        route.place().awaitFree(route);
        empty(INBOX);
        if (route.imap()) {
            empty(ARCHIVE);
        }
    }

    /** For a test class that says {@link On} which route it is. */
    static ServerFixture of(Class<?> test) throws IOException {
        return new ServerFixture(test.getAnnotation(On.class).value());
    }

    private void empty(String mailbox) throws IOException {
        raw.select(mailbox);
        if (!raw.uids().isEmpty()) {
            raw.command("UID STORE 1:* +FLAGS.SILENT (\\Deleted)");
            raw.command("EXPUNGE");
        }
    }

    @Override
    public MailSession open(IProgressMonitor monitor) throws MailException {
        return open(() -> Secret.of(password().toCharArray()), monitor);
    }

    @Override
    public MailSession open(OpenRequest.Credentials credentials, IProgressMonitor monitor)
            throws MailException {
        return route.behaviour()
                .open(route.request(credentials, wire.port()), route.connector(), monitor);
    }

    private String password() {
        return route.place().user(route).password();
    }

    @Override
    public String mailbox() {
        return INBOX;
    }

    @Override
    public Optional<String> otherMailbox() {
        return route.imap() ? Optional.of(ARCHIVE) : Optional.empty();
    }

    @Override
    public void put(String mailbox, byte[] message, Set<Flag> flags) throws IOException {
        raw.append(mailbox, message, flags.stream().map(NAMES::get).toArray(String[]::new));
    }

    @Override
    public List<StoredMail> look(String mailbox) throws IOException {
        raw.select(mailbox);
        List<StoredMail> mails = new ArrayList<>();
        for (long uid : raw.uids()) {
            mails.add(new StoredMail(Long.toString(uid), raw.message(uid), flags(uid)));
        }
        return mails;
    }

    private Set<Flag> flags(long uid) throws IOException {
        List<String> names = raw.flags(uid);
        Set<Flag> flags = new HashSet<>(NAMES.keySet());
        flags.removeIf(flag -> names.stream().noneMatch(NAMES.get(flag)::equalsIgnoreCase));
        return flags;
    }

    @Override
    public void remove(String mailbox, String handle) throws IOException {
        raw.select(mailbox).expunge(Long.parseLong(handle));
    }

    @Override
    public List<String> secrets() {
        return List.of(password());
    }

    /** Nothing but discovery went by in clear where protection was asked for. */
    @Override
    public void close() throws IOException {
        raw.close();
        wire.close();
        if (route.security().isProtected()) {
            ClearTextRules.assertKept(wire);
            wire.assertNeverInClear(password());
        }
    }
}
