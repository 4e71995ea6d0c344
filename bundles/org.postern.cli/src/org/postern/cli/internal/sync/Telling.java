package org.postern.cli.internal.sync;

import org.postern.account.Account;
import org.postern.sync.AccountState;
import org.postern.sync.Activity;

import java.io.IOException;
import java.util.List;

/** Tells what happens, to people or to programs. Safe for several threads; returns soon. */
interface Telling {

    /** What is under way now. */
    void progress(List<Activity> now, List<Account> accounts);

    /** An account is done. */
    void outcome(Outcome outcome);

    /** The server would not do what the user did; it was taken back. */
    void backedOut(Account account, String sentence);

    /** Messages came while it watches. */
    void arrived(Account account, int messages);

    /** An account is in another state while it watches. */
    void state(Account account, AccountState state, String sentence);

    /** Something about the data is to be known. */
    void problem(String sentence);

    /**
     * Nothing could be begun.
     *
     * @return the exit code
     */
    int refused(int exit, String sentence) throws IOException;

    /**
     * All is done.
     *
     * @return the exit code
     * @throws IOException when nobody reads any more
     */
    int end(int exit) throws IOException;
}
