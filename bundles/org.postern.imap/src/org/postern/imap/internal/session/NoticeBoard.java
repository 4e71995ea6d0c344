package org.postern.imap.internal.session;

import org.postern.imap.internal.response.Condition;
import org.postern.imap.internal.response.Counted;
import org.postern.imap.internal.response.Response;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hears the counters of mailboxes (RFC 5465 §5): at first all of them, for comparison, and then
 * those that change. What is on no list is passed over.
 */
final class NoticeBoard implements Listener {

    private final Map<String, String> mailboxes = new HashMap<>();
    private final Map<String, Standing> standings = new HashMap<>();
    private final Set<String> changed = new HashSet<>();
    private boolean live;
    private boolean overflow;

    /** Dovecot 2.3 writes names here in another way than in its list. */
    NoticeBoard(List<String> ids) {
        ids.forEach(id -> mailboxes.put(MailboxNames.plain(id), id));
    }

    @Override
    public boolean heard(Response response) {
        if (response instanceof Condition condition) {
            overflow |=
                    condition
                            .code()
                            .filter(c -> c.name().equals("NOTIFICATIONOVERFLOW"))
                            .isPresent();
            return false;
        }
        if (response instanceof Counted counted) {
            String id = mailboxes.get(MailboxNames.plain(counted.mailbox()));
            if (id != null) {
                take(id, counted);
            }
        }
        return response instanceof Counted;
    }

    private void take(String id, Counted counted) {
        Standing told = Standing.of(counted);
        Standing before = standings.get(id);
        Standing now = before == null ? told : before.and(told);
        standings.put(id, now);
        if (live && (told.modSeq() == 0 || !now.equals(before))) {
            changed.add(id);
        }
    }

    /**
     * From here on what is told is news; so is what was told and is other than its token.
     *
     * @param reported states that nobody needs to hear of again
     */
    void begin(Map<String, ImapToken> tokens, Map<String, Standing> reported) {
        live = true;
        standings.forEach(
                (id, now) -> {
                    ImapToken token = tokens.get(id);
                    if (token != null && now.surelyIsNot(token) && !now.equals(reported.get(id))) {
                        changed.add(id);
                    }
                });
    }

    /** Whether the server stopped to tell because there was too much of it (RFC 5465 §5.8). */
    boolean overflow() {
        return overflow;
    }

    boolean news() {
        return overflow || !changed.isEmpty();
    }

    /** The mailboxes that changed, and how they stand now. */
    Map<String, Standing> changed() {
        Map<String, Standing> now = new HashMap<>(standings);
        now.keySet().retainAll(changed);
        return now;
    }
}
