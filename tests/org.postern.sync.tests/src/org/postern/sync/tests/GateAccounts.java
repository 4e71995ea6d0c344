package org.postern.sync.tests;

import org.postern.account.Account;
import org.postern.core.Security;

import java.util.ArrayList;
import java.util.List;

/** One account in every setting that there is: transports times securities. */
final class GateAccounts {

    static final String USER = "zoe";

    private GateAccounts() {}

    static List<Account> all(int port) {
        List<Account> all = new ArrayList<>();
        for (String transport : List.of("imap", "imaps", "pop", "pops")) {
            for (Security security : Security.values()) {
                all.add(of(transport, security, port));
            }
        }
        return all;
    }

    static Account of(String transport, Security security, int port) {
        return TestAccounts.at(port, transport, security, USER);
    }

    /** The user chose it: no security, and a transport that has none of its own. */
    static boolean isExplicitlyPlaintext(Account account) {
        String transport = account.incoming().transport();
        return account.incoming().security() == Security.NONE
                && (transport.equals("imap") || transport.equals("pop"));
    }

    static GateWords words(Account account) {
        return account.incoming().transport().startsWith("imap") ? GateWords.IMAP : GateWords.POP;
    }
}
