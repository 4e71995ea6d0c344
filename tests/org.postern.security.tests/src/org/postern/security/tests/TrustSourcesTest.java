package org.postern.security.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.security.TrustAnchors;
import org.postern.security.TrustSources;
import org.postern.testing.TestCa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

class TrustSourcesTest {

    private static final TestCa CA = TestCa.shared();

    @TempDir private Path folder;
    private TrustSources sources;

    @BeforeEach
    void watchFolder() {
        sources = TrustSources.only(List.of(folder));
    }

    @Test
    void aFolderThatIsNotThereIsNoProblem() {
        TrustSources nowhere = TrustSources.only(List.of(folder.resolve("nowhere")));
        assertEquals(new TrustAnchors(Set.of(), List.of()), nowhere.get());
    }

    @Test
    void anAuthorityCountsFromWhenItIsPutThere() throws IOException {
        assertEquals(Set.of(), sources.get().certificates());
        CA.writeRoot(folder.resolve("ca.pem"));
        assertEquals(Set.of(CA.root()), sources.get().certificates());
    }

    @Test
    void anAuthorityIsGoneWhenItsFileIs() throws IOException {
        Path file = CA.writeRoot(folder.resolve("ca.crt"));
        assertEquals(1, sources.get().certificates().size());
        Files.delete(file);
        assertEquals(Set.of(), sources.get().certificates());
    }

    @Test
    void theSameAnswerIsGivenAsLongAsNothingChanges() throws IOException {
        CA.writeRoot(folder.resolve("ca.cer"));
        assertSame(sources.get(), sources.get());
    }

    @Test
    void oneFileMayHoldSeveralAuthorities() throws IOException {
        String both = pem(CA) + "\n# another\n" + pem(TestCa.named("Other"));
        Files.writeString(folder.resolve("bundle.pem"), both);
        assertEquals(2, sources.get().certificates().size());
    }

    @Test
    void otherFilesAreNotLookedAt() throws IOException {
        CA.writeRoot(folder.resolve("ca.pem.bak"));
        Files.createDirectory(folder.resolve("folder.pem"));
        assertEquals(new TrustAnchors(Set.of(), List.of()), sources.get());
    }

    @Test
    void aDamagedCertificateIsReportedAndTheOthersCount() throws IOException {
        String damaged = pem(TestCa.named("Other")).replaceFirst("MII", "AAA");
        Files.writeString(folder.resolve("bundle.pem"), damaged + pem(CA));
        assertEquals(Set.of(CA.root()), sources.get().certificates());
        assertProblem("bundle.pem", "1");
    }

    @Test
    void aCertificateThatIsCutOffIsReported() throws IOException {
        String whole = pem(CA);
        Files.writeString(folder.resolve("cut.pem"), whole.substring(0, whole.length() / 2));
        assertEquals(Set.of(), sources.get().certificates());
        assertProblem("cut.pem", "1");
    }

    @Test
    void aFileWithoutCertificatesIsReported() throws IOException {
        Files.writeString(folder.resolve("letter.pem"), "Dear administrator,");
        assertProblem("letter.pem");
    }

    @Test
    void theSystemsAuthoritiesCanBeRead() {
        TrustAnchors system = TrustSources.systemAnd(List.of()).get();
        assertEquals(List.of(), system.problems());
        assertTrue(system.certificates().size() > 50, () -> "" + system.certificates().size());
    }

    private void assertProblem(String... words) {
        List<String> problems = sources.get().problems();
        assertEquals(1, problems.size(), problems::toString);
        for (String word : words) {
            assertTrue(problems.getFirst().contains(word), problems::toString);
        }
    }

    private String pem(TestCa ca) throws IOException {
        return Files.readString(ca.writeRoot(folder.resolve("work.tmp")));
    }
}
