package org.postern.demo.internal.pop;

import org.postern.demo.internal.mail.MailAccount;
import org.postern.demo.internal.mail.Mailbox;
import org.postern.demo.internal.mail.Message;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The inbox as it was at login, RFC 1939 section 4, and what the client marked as deleted. */
final class Maildrop {
    private final MailAccount account;
    private final List<Message> messages;
    private final long uidValidity;
    private final BitSet deleted = new BitSet();

    Maildrop(MailAccount account) {
        this.account = account;
        this.messages = account.locked(all -> new ArrayList<>(all.inbox().messages()));
        this.uidValidity = account.locked(all -> all.inbox().uidValidity());
    }

    /** The numbers of the messages that are not deleted, from 1. */
    List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            if (!deleted.get(i)) {
                numbers.add(i + 1);
            }
        }
        return numbers;
    }

    boolean has(int number) {
        return number >= 1 && number <= messages.size() && !deleted.get(number - 1);
    }

    byte[] bytes(int number) {
        return messages.get(number - 1).content().bytes();
    }

    int bodyStart(int number) {
        return messages.get(number - 1).content().bodyStart();
    }

    String uniqueId(int number) {
        return uidValidity + "." + messages.get(number - 1).uid();
    }

    long octets() {
        return numbers().stream().mapToLong(number -> bytes(number).length).sum();
    }

    void delete(int number) {
        deleted.set(number - 1);
    }

    void reset() {
        deleted.clear();
    }

    /** Removes what was marked; the UPDATE state of RFC 1939 section 6. */
    void update() {
        account.locked(
                all -> {
                    Mailbox inbox = all.inbox();
                    deleted.stream().forEach(i -> inbox.expunge(messages.get(i).uid()));
                    return deleted;
                });
    }
}
