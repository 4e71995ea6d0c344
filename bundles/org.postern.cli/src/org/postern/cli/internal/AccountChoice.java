package org.postern.cli.internal;

import org.postern.account.Account;
import org.postern.cli.WrongUsage;
import org.postern.core.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The accounts that a user can mean.
 *
 * @param accounts all of them
 */
public record AccountChoice(List<Account> accounts) {

    public AccountChoice {
        accounts = List.copyOf(accounts);
    }

    /**
     * The account with that id, or with that name whatever its capitals.
     *
     * @throws WrongUsage when there is none or more than one
     */
    public Account find(String wanted) throws WrongUsage {
        Optional<Account> byId =
                accounts.stream()
                        .filter(account -> account.id().value().equals(wanted))
                        .findFirst();
        if (byId.isPresent()) {
            return byId.get();
        }
        List<Account> found =
                accounts.stream()
                        .filter(account -> account.name().equalsIgnoreCase(wanted))
                        .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new WrongUsage(unclear(wanted, found.isEmpty() ? accounts : found, found.isEmpty()));
    }

    /**
     * The accounts with these ids or names, each once; all when none is named.
     *
     * @throws WrongUsage when one of them is not there or unclear, or when there are no accounts
     */
    public List<Account> some(List<String> wanted) throws WrongUsage {
        if (accounts.isEmpty()) {
            throw new WrongUsage(Messages.format("Doctor.noAccounts"));
        }
        if (wanted.isEmpty()) {
            return accounts;
        }
        List<Account> chosen = new ArrayList<>();
        for (String name : wanted) {
            Account account = find(name);
            if (!chosen.contains(account)) {
                chosen.add(account);
            }
        }
        return List.copyOf(chosen);
    }

    private static String unclear(String wanted, List<Account> choice, boolean none) {
        if (choice.isEmpty()) {
            return Messages.format("Doctor.noAccounts");
        }
        String names =
                choice.stream()
                        .map(account -> "\n  " + account.name() + " (" + account.id() + ")")
                        .collect(Collectors.joining());
        String key = none ? "Doctor.unknown" : "Doctor.several";
        return Messages.format(key, Text.visible(wanted), names);
    }
}
