package org.postern.search.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.search.SavedQueries;
import org.postern.search.SavedQuery;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class SavedQueriesTest {

    @TempDir Path folder;

    private static final SavedQuery RED =
            new SavedQuery("Red \u00e9t\u00e9", "is:unread \"red wine\"");
    private static final SavedQuery NEW = new SavedQuery("New", "after:yesterday");

    @Test
    void keepsWhatWasSavedInItsOrder() throws Exception {
        Path file = folder.resolve("deep").resolve("searches");
        SavedQueries queries = SavedQueries.open(file);
        List<Integer> heard = new ArrayList<>();
        queries.addListener(() -> heard.add(queries.all().size()));
        queries.save(RED);
        queries.save(NEW);
        SavedQuery other = new SavedQuery(RED.name(), "is:flagged");
        queries.save(other);
        assertEquals(List.of(other, NEW), SavedQueries.open(file).all());
        queries.remove("New");
        assertEquals(List.of(other), SavedQueries.open(file).all());
        assertEquals(List.of(1, 2, 2, 1), heard);
    }

    @Test
    void setsADamagedFileAside() throws Exception {
        Path file = folder.resolve("searches");
        Files.writeString(file, "1.name = a\n1.query = b\nnonsense\n");
        SavedQueries queries = SavedQueries.open(file);
        assertEquals(List.of(), queries.all());
        assertTrue(queries.problems().getFirst().contains("damaged-1"));
        queries.save(NEW);
        assertEquals(List.of(NEW), SavedQueries.open(file).all());
    }

    @Test
    void refusesNamesAndTextsThatDoNotFitOnALine() {
        assertThrows(IllegalArgumentException.class, () -> new SavedQuery(" ", "x"));
        assertThrows(IllegalArgumentException.class, () -> new SavedQuery("a\nb", "x"));
        assertThrows(IllegalArgumentException.class, () -> new SavedQuery("a", "x\ny"));
    }
}
