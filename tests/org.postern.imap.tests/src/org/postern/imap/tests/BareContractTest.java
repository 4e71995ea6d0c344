package org.postern.imap.tests;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.postern.core.Security;
import org.postern.testing.Dovecot;
import org.postern.transport.contract.BodyContract;
import org.postern.transport.contract.CanAppendContract;
import org.postern.transport.contract.CanCopyContract;
import org.postern.transport.contract.CanDeleteContract;
import org.postern.transport.contract.CanFlagContract;
import org.postern.transport.contract.CanGlanceContract;
import org.postern.transport.contract.LoginContract;
import org.postern.transport.contract.LoginFixture;
import org.postern.transport.contract.SessionContract;

import java.io.IOException;

/**
 * The contracts over STARTTLS with a server that has no extension at all: nothing to move or to
 * watch with.
 */
class BareContractTest {

    private static Dovecot dovecot;

    @BeforeAll
    static void start() throws Exception {
        dovecot = Dovecot.with().setting("imap_capability = IMAP4rev1 AUTH=PLAIN STARTTLS").start();
    }

    @AfterAll
    static void stop() throws Exception {
        dovecot.close();
    }

    private static LoginFixture fixture() throws IOException {
        return new DovecotFixture(dovecot, Security.STARTTLS);
    }

    @Nested
    class Reading extends SessionContract {
        @Override
        protected LoginFixture newFixture() throws IOException {
            return fixture();
        }
    }

    @Nested
    class Body extends BodyContract {
        @Override
        protected LoginFixture newFixture() throws IOException {
            return fixture();
        }
    }

    @Nested
    class Login extends LoginContract {
        @Override
        protected LoginFixture newFixture() throws IOException {
            return fixture();
        }
    }

    @Nested
    class Flag extends CanFlagContract {
        @Override
        protected LoginFixture newFixture() throws IOException {
            return fixture();
        }
    }

    @Nested
    class Copy extends CanCopyContract {
        @Override
        protected LoginFixture newFixture() throws IOException {
            return fixture();
        }
    }

    @Nested
    class Delete extends CanDeleteContract {
        @Override
        protected LoginFixture newFixture() throws IOException {
            return fixture();
        }
    }

    @Nested
    class Append extends CanAppendContract {
        @Override
        protected LoginFixture newFixture() throws IOException {
            return fixture();
        }
    }

    @Nested
    class Glance extends CanGlanceContract {
        @Override
        protected LoginFixture newFixture() throws IOException {
            return fixture();
        }
    }
}
