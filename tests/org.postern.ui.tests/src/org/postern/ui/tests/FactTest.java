package org.postern.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.postern.ui.internal.look.Fact;

import java.util.List;

class FactTest {

    @Test
    void factsAreCopiedLineByLine() {
        List<Fact> facts =
                List.of(
                        Fact.of("Version", "TLSv1.3"),
                        Fact.of("Certificates", "mail.example.org\nvalid until Monday"),
                        Fact.of("", "An authority"));
        assertEquals(
                """
                Version: TLSv1.3
                Certificates:
                  mail.example.org
                  valid until Monday
                  An authority
                """,
                Fact.text(facts));
    }
}
