package org.postern.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.postern.ui.internal.Counted;

class CountedTest {

    @Test
    void oneHasASentenceOfItsOwn() {
        assertEquals("1 message", Counted.of(1, "1 message", "{0} messages"));
        assertEquals("0 messages", Counted.of(0, "1 message", "{0} messages"));
        assertEquals("2 messages", Counted.of(2, "1 message", "{0} messages"));
    }

    @Test
    void theSentenceMayHaveOtherWordsToo() {
        assertEquals("0 of 1 line", Counted.of(1, "{0} of 1 line", "{0} of {1} lines", 0, 1));
        assertEquals("3 of 7 lines", Counted.of(7, "{0} of 1 line", "{0} of {1} lines", 3, 7));
    }
}
