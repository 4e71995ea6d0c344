package org.postern.transport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.transport.OpenRequest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a transport keeps whose users log in. */
public abstract class LoginContract extends MailContract {

    private static final String WRONG = "surely-not-the-Password-\u00df7";

    @Override
    protected abstract LoginFixture newFixture() throws IOException;

    private LoginFixture login() {
        return (LoginFixture) fixture();
    }

    /** A wrong password is told as such, and what was tried is in no exception. */
    @Test
    public final void aWrongPasswordIsSaidSoAndNotTold() {
        MailException thrown =
                assertThrows(
                        MailException.class,
                        () -> keep(login().open(() -> Secret.of(WRONG.toCharArray()), QUIET)));
        new Secrecy(List.of(WRONG)).assertKeptIn(thrown);
        assertEquals(Failure.LoginRejected.class, thrown.failure().getClass());
    }

    /** Why there is no password comes out as it was said. */
    @Test
    public final void aPasswordThatIsMissingIsSaidSo() {
        MailException missing =
                new MailException(new Failure.PasswordMissing(new AccountId("somebody")));
        OpenRequest.Credentials none =
                () -> {
                    throw missing;
                };
        assertSame(
                missing, assertThrows(MailException.class, () -> keep(login().open(none, QUIET))));
    }

    /** Each copy of the secret that was asked for is closed by the time the session is open. */
    @Test
    public final void closesTheSecretsThatItAskedFor() throws MailException {
        List<Secret> given = new ArrayList<>();
        OpenRequest.Credentials counting =
                () -> {
                    Secret secret = Secret.of(fixture().secrets().getFirst().toCharArray());
                    given.add(secret);
                    return secret;
                };
        keep(login().open(counting, QUIET));
        for (Secret secret : given) {
            assertThrows(IllegalStateException.class, secret::characters);
        }
    }
}
