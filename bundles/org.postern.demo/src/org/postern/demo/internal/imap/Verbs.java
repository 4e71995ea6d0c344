package org.postern.demo.internal.imap;

import static org.postern.demo.internal.imap.ImapSession.State.AUTHENTICATED;
import static org.postern.demo.internal.imap.ImapSession.State.NOT_AUTHENTICATED;
import static org.postern.demo.internal.imap.ImapSession.State.SELECTED;

import org.postern.demo.internal.imap.ImapSession.State;
import org.postern.demo.internal.mail.MailAccounts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.net.ssl.SSLContext;

/** The table of commands. */
final class Verbs {
    /**
     * @param least the state that the command needs at least
     * @param mayExpunge whether EXPUNGE responses may come with it, RFC 9051 section 7.5.1
     */
    record Entry(Verb verb, State least, boolean mayExpunge) {}

    private final Map<String, Entry> byName = new HashMap<>();

    Verbs(MailAccounts accounts, SSLContext tls) {
        forStrangers(accounts, tls);
        forMailboxes();
        forMessages();
    }

    private void forStrangers(MailAccounts accounts, SSLContext tls) {
        add(NOT_AUTHENTICATED, "CAPABILITY", Greeting::capability);
        add(NOT_AUTHENTICATED, "ID", Greeting::id);
        add(NOT_AUTHENTICATED, "NOOP", Greeting::noop);
        add(NOT_AUTHENTICATED, "LOGOUT", Greeting::logout);
        add(NOT_AUTHENTICATED, "STARTTLS", new StartTls(tls));
        Login login = new Login(accounts);
        add(NOT_AUTHENTICATED, "LOGIN", login::login);
        add(NOT_AUTHENTICATED, "AUTHENTICATE", login::authenticate);
    }

    private void forMailboxes() {
        add(AUTHENTICATED, "ENABLE", new Enable());
        add(AUTHENTICATED, "NAMESPACE", Greeting::namespace);
        add(AUTHENTICATED, "LIST", new ListMailboxes());
        add(AUTHENTICATED, "LSUB", new ListSubscribed());
        add(AUTHENTICATED, "SUBSCRIBE", Tree::subscribe);
        add(AUTHENTICATED, "UNSUBSCRIBE", Tree::unsubscribe);
        add(AUTHENTICATED, "CREATE", Tree::create);
        add(AUTHENTICATED, "DELETE", Tree::delete);
        add(AUTHENTICATED, "RENAME", Tree::rename);
        add(AUTHENTICATED, "STATUS", new Status());
        add(AUTHENTICATED, "SELECT", new Select(false));
        add(AUTHENTICATED, "EXAMINE", new Select(true));
        add(AUTHENTICATED, "APPEND", new Append());
        add(AUTHENTICATED, "IDLE", new Idle());
    }

    private void forMessages() {
        add(SELECTED, "CHECK", Greeting::noop);
        add(SELECTED, "CLOSE", Leave::close);
        add(SELECTED, "UNSELECT", Leave::unselect);
        add(SELECTED, "EXPUNGE", Expunge::all);
        add(SELECTED, "UID EXPUNGE", Expunge::some);
        quiet("FETCH", new Fetch(false));
        add(SELECTED, "UID FETCH", new Fetch(true));
        quiet("STORE", new Store(false));
        add(SELECTED, "UID STORE", new Store(true));
        quiet("SEARCH", new Search(false));
        add(SELECTED, "UID SEARCH", new Search(true));
        add(SELECTED, "COPY", new Copy(false));
        add(SELECTED, "UID COPY", new Copy(true));
        add(SELECTED, "MOVE", new Move(false));
        add(SELECTED, "UID MOVE", new Move(true));
    }

    private void add(State least, String name, Verb verb) {
        byName.put(name, new Entry(verb, least, true));
    }

    private void quiet(String name, Verb verb) {
        byName.put(name, new Entry(verb, SELECTED, false));
    }

    Optional<Entry> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
