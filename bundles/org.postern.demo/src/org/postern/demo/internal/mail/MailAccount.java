package org.postern.demo.internal.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * One user's mail. A single lock guards all of it; a java.util.concurrent lock, because a virtual
 * thread that waits in a monitor would hold on to its carrier.
 */
public final class MailAccount {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String user;
    private final char[] password = newPassword();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Mailboxes mailboxes = new Mailboxes(Instant.now().getEpochSecond());
    private boolean popInUse;

    public MailAccount(String user) {
        this.user = user;
    }

    private static char[] newPassword() {
        byte[] bytes = new byte[15];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes).toCharArray();
    }

    public String user() {
        return user;
    }

    /** A copy for the one who sets up an account. */
    public char[] password() {
        return password.clone();
    }

    boolean accepts(byte[] candidate) {
        byte[] wanted = new String(password).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(wanted, candidate);
    }

    /** Does something with the mailboxes while nobody else does, then wakes those who watch. */
    public <T> T locked(Function<Mailboxes, T> work) {
        lock.lock();
        try {
            return work.apply(mailboxes);
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    /** Waits, holding the lock only between looks, until the condition is true. */
    public void await(BooleanSupplier condition) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!condition.getAsBoolean()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    public void deliver(byte[] message) {
        Content content = new Content(Content.withCrlf(message), OffsetDateTime.now());
        locked(all -> all.inbox().append(content, Flags.NONE));
    }

    /** Takes the exclusive access that RFC 1939 section 4 asks for. */
    public boolean beginPop() {
        return locked(
                all -> {
                    boolean free = !popInUse;
                    popInUse = true;
                    return free;
                });
    }

    public void endPop() {
        locked(all -> popInUse = false);
    }
}
