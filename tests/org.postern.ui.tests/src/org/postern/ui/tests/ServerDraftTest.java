package org.postern.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.account.Authentication;
import org.postern.account.ServerSettings;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.security.PortPolicies;
import org.postern.ui.internal.settings.ServerDraft;

import java.util.List;
import java.util.Optional;

class ServerDraftTest {

    private final ServerDraft draft = new ServerDraft(new FakeTransports(), PortPolicies.builtIn());

    @BeforeEach
    void fill() {
        draft.choose(FakeTransports.PLAIN);
        draft.location("mail.example.org");
        draft.user("ada");
    }

    @Test
    void offersOneEntryForTwins() {
        assertEquals(List.of(FakeTransports.FOLDER, FakeTransports.PLAIN), draft.families());
    }

    @Test
    void protectsAtFirst() {
        assertTrue(draft.ssl());
        assertEquals(FakeTransports.SAFE, draft.transport().orElseThrow());
        assertEquals(FakeTransports.PLAIN, draft.family().orElseThrow());
        assertFalse(draft.exposed());
    }

    @Test
    void leavesThePortEmptyAndShowsTheDefaultAsHint() {
        assertEquals("", draft.port());
        assertEquals(Optional.of(new Port(FakeTransports.SAFE_PORT)), draft.defaultPort());
        assertEquals(Optional.empty(), draft.settings().port());
    }

    @Test
    void takingSslOffReplacesAnEmptyPortByThePlainDefault() {
        draft.ssl(false);
        assertEquals(String.valueOf(FakeTransports.PLAIN_PORT), draft.port());
        assertTrue(draft.exposed());
    }

    @Test
    void switchingThereAndBackReplacesTheOtherDefault() {
        draft.ssl(false);
        draft.ssl(true);
        assertEquals(String.valueOf(FakeTransports.SAFE_PORT), draft.port());
    }

    @Test
    void aPortOfTheUsersOwnStays() {
        draft.port("2525");
        draft.ssl(false);
        draft.ssl(true);
        assertEquals("2525", draft.port());
    }

    @Test
    void aPortThatIsNoneStaysToBeMended() {
        draft.port("many");
        draft.ssl(false);
        assertEquals("many", draft.port());
        assertEquals(Optional.of(ServerDraft.Mistake.BAD_PORT), draft.mistake());
    }

    @Test
    void startTlsIsOfferedOnThePlainTwinAndKeepsItsPort() {
        assertFalse(draft.canStartTls());
        draft.ssl(false);
        assertTrue(draft.canStartTls());
        draft.startTls(true);
        assertEquals(Security.STARTTLS, draft.settings().security());
        assertEquals(String.valueOf(FakeTransports.PLAIN_PORT), draft.port());
        assertFalse(draft.exposed());
    }

    @Test
    void sslTakesTheBoxOfStartTlsAway() {
        draft.ssl(false);
        draft.startTls(true);
        draft.ssl(true);
        assertFalse(draft.startTls());
        assertEquals(Security.TLS, draft.settings().security());
    }

    @Test
    void aFolderNeedsNeitherServerNorLogin() {
        draft.choose(FakeTransports.FOLDER);
        draft.location("mail/folder");
        assertFalse(draft.onServer());
        assertFalse(draft.canSwitchSsl());
        assertFalse(draft.exposed());
        assertEquals(Optional.empty(), draft.mistake());
        assertEquals(Authentication.NONE, draft.settings().authentication());
    }

    @Test
    void comingFromAFolderProtects() {
        draft.choose(FakeTransports.FOLDER);
        draft.choose(FakeTransports.PLAIN);
        assertTrue(draft.ssl());
    }

    @Test
    void namesTheFirstMistake() {
        draft.location(" ");
        assertEquals(Optional.of(ServerDraft.Mistake.NO_HOST), draft.mistake());
        draft.location("not a host");
        assertEquals(Optional.of(ServerDraft.Mistake.BAD_HOST), draft.mistake());
        draft.location("mail.example.org");
        draft.user("");
        assertEquals(Optional.of(ServerDraft.Mistake.NO_USER), draft.mistake());
        assertThrows(IllegalStateException.class, draft::settings);
    }

    @Test
    void givesBackTheSettingsThatItTook() {
        ServerSettings settings =
                new ServerSettings(
                        "owl",
                        "mail.example.org",
                        Optional.of(new Port(2525)),
                        "ada",
                        Authentication.PASSWORD,
                        Security.STARTTLS);
        draft.take(settings);
        assertEquals(settings, draft.settings());
    }

    @Test
    void aTransportThatIsGoneIsAMistakeAndNoCrash() {
        draft.take(
                new ServerSettings(
                        "gone",
                        "mail.example.org",
                        Optional.empty(),
                        "ada",
                        Authentication.PASSWORD,
                        Security.TLS));
        assertEquals(Optional.of(ServerDraft.Mistake.NO_TRANSPORT), draft.mistake());
    }
}
