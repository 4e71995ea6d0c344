package org.postern.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** Law 6: tests of security look at the bytes that went over the wire. */
class ClearTextLawTest {

    private static final String RULE = "ClearTextRules.assertKept(";

    /** The tests, or what the tests stand on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.postern.net.tests/StartTlsTest",
                "org.postern.net.tests/PinTest",
                "org.postern.net.tests/Client",
                "org.postern.net.tests/Overheard",
                "org.postern.net.tests/Upgrade",
                "org.postern.net.tests/TlsTest",
                "org.postern.imap.tests/UpgradedTest",
                "org.postern.imap.tests/DovecotFixture",
                "org.postern.pop3.tests/UpgradedTest",
                "org.postern.transport.contract.tests/ServerFixture",
                "org.postern.transport.contract.tests/ScriptedTest",
                "org.postern.sync.tests/DovecotTest",
                "org.postern.sync.tests/PeerContract",
                "org.postern.sync.tests/GateOutcome",
                "org.postern.ui.tests/PromiseTest"
            })
    void testsOfSecurityLookAtTheBytes(String test) {
        String[] parts = test.split("/");
        List<SourceFile> files =
                Tree.files(
                        Tree.root().resolve("tests").resolve(parts[0]), "/" + parts[1] + ".java");
        assertEquals(1, files.size(), test);
        assertTrue(files.getFirst().text().contains(RULE), test);
    }
}
