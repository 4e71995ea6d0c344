package org.postern.demo.internal.corpus;

import org.postern.demo.DemoAccount;
import org.postern.demo.DemoKind;

import java.util.List;

/** Whose mail it is. All of them and all their friends are invented. */
public final class People {
    private static final List<DemoAccount> ALL =
            List.of(
                    new DemoAccount(
                            "Anna (IMAP)",
                            "Anna Lindqvist",
                            "anna.lindqvist@birchwood.example",
                            "anna",
                            DemoKind.IMAP),
                    new DemoAccount(
                            "Jonas (IMAPS)",
                            "Jonas Weber",
                            "jonas@weber-raeder.example",
                            "jonas",
                            DemoKind.IMAPS),
                    new DemoAccount(
                            "Mei (POP)",
                            "田中 芽衣",
                            "mei@tanaka-bindery.example",
                            "mei",
                            DemoKind.POP),
                    new DemoAccount(
                            "Omar (POPS)",
                            "Omar Haddad",
                            "omar@haddad-bakery.example",
                            "omar",
                            DemoKind.POPS),
                    new DemoAccount(
                            "Ruth (set up wrongly)",
                            "Ruth Okafor",
                            "ruth.okafor@lighthouse.example",
                            "ruth",
                            DemoKind.IMAPS_ON_PLAIN_PORT));

    private People() {}

    public static List<DemoAccount> all() {
        return ALL;
    }
}
