package org.postern.ui.internal.doctor;

import org.postern.account.Account;
import org.postern.core.Secret;
import org.postern.diagnosis.Mend;
import org.postern.ui.Services;
import org.postern.ui.internal.alert.Mending;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Who is examined.
 *
 * @param account need not be stored
 * @param typed a password that is not stored yet; the caller closes it; empty uses the stored one
 * @param mending what becomes of a mend that the user chose and confirmed
 */
public record Patient(Account account, Supplier<Optional<Secret>> typed, Consumer<Mend> mending) {

    public Patient {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(typed, "typed");
        Objects.requireNonNull(mending, "mending");
    }

    /** A stored account; a mend is stored and tried at once. */
    public static Patient stored(Services services, Account account) {
        return new Patient(
                account, Optional::empty, mend -> Mending.apply(services, account, mend));
    }
}
