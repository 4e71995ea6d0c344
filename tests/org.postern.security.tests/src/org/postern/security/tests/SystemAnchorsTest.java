package org.postern.security.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.security.TrustAnchors;
import org.postern.security.internal.SystemAnchors;
import org.postern.testing.TestCa;

import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.List;

/** Where trust comes from on different systems. */
class SystemAnchorsTest {

    @TempDir private Path folder;
    private final Provider platform = new FakePlatformStore.Offering();

    @BeforeEach
    void offerStores() {
        Security.addProvider(platform);
    }

    @AfterEach
    void takeStoresBack() {
        Security.removeProvider(platform.getName());
    }

    @Test
    void theStoreOfThePlatformIsAddedToThatOfTheRuntime() {
        TrustAnchors plain = read(List.of());
        TrustAnchors both = read(List.of(FakePlatformStore.TYPE));
        assertTrue(both.certificates().contains(FakePlatformStore.ROOT));
        assertEquals(plain.certificates().size() + 1, both.certificates().size());
        assertEquals(List.of(), both.problems());
    }

    @Test
    void aCertificateOfTheUserVouchesForNobody() {
        TrustAnchors both = read(List.of(FakePlatformStore.TYPE));
        assertFalse(both.certificates().contains(FakePlatformStore.OWN));
    }

    @Test
    void aStoreThatThisSystemDoesNotHaveIsPassedOver() {
        assertEquals(List.of(), read(List.of("Elsewhere-ROOT")).problems());
    }

    @Test
    void aStoreThatDoesNotWorkIsReportedAndTheOthersCount() {
        TrustAnchors read = read(List.of(FakePlatformStore.BROKEN, FakePlatformStore.TYPE));
        assertTrue(read.certificates().contains(FakePlatformStore.ROOT));
        assertEquals(1, read.problems().size());
        assertTrue(read.problems().getFirst().contains("Broken-ROOT"), read.problems()::toString);
    }

    @Test
    void theFirstBundleThatIsThereCounts() throws Exception {
        Path first = TestCa.named("First").writeRoot(folder.resolve("first.pem"));
        Path second = TestCa.named("Second").writeRoot(folder.resolve("second.pem"));
        List<Path> bundles = List.of(folder.resolve("nowhere.pem"), first, second);
        TrustAnchors read = SystemAnchors.read(bundles, List.of());
        assertEquals(read(List.of()).certificates().size() + 1, read.certificates().size());
    }

    private static TrustAnchors read(List<String> stores) {
        return SystemAnchors.read(List.of(), stores);
    }
}
