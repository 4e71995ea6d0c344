package org.postern.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.postern.store.MailThread;
import org.postern.store.internal.threads.Node;
import org.postern.store.internal.threads.ThreadIds;
import org.postern.store.internal.threads.ThreadIndex;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class ThreadIndexTest {

    @Test
    void putsAnAnswerUnderWhatItAnswersTo() {
        assertEquals(
                "1 2. 3.. 4.",
                shape(
                        node(1, "a", "", "Plan"),
                        node(2, "b", "a", "Re: Plan"),
                        node(3, "c", "a b", "Re: Plan"),
                        node(4, "d", "a", "Re: Plan")));
    }

    @Test
    void joinsAnswersToAMessageThatIsNotHere() {
        assertEquals("2 3", shape(node(2, "b", "a", "x"), node(3, "c", "a", "y")));
    }

    @Test
    void putsAnAnswerUnderTheNearestThatIsHere() {
        assertEquals("1 3.", shape(node(1, "a", "", "x"), node(3, "c", "a b", "x")));
    }

    @Test
    void takesInReplyToWhenThereAreNoReferences() {
        ThreadIds ids = ids("Message-ID: <b@x>\r\nIn-Reply-To: \"Re: x\" <a@x> <z@x>\r\n");
        assertEquals(List.of(ids("message-id: <a@x>\r\n").self()), ids.references());
    }

    @Test
    void readsReferencesThatAreFolded() {
        ThreadIds ids = ids("X: y\r\nREFERENCES: <a@x>\r\n\t<b@x> junk\n  <c@x>\r\nTo: <d@x>\r\n");
        assertEquals(3, ids.references().size());
        assertEquals(ids, ThreadIds.read(ids.bytes()));
    }

    @Test
    void usesTheSubjectOnlyWhereNothingIsReferredTo() {
        assertEquals(
                "1 3. | 2 4.",
                shape(
                        node(1, "a", "", "Plan"),
                        node(2, "b", "", "Plan"),
                        node(4, "d", "", "AW: re[2]:  plan"),
                        node(3, "c", "a", "Re: Plan")));
    }

    @Test
    void leavesEqualSubjectsApartThatAnswerToNothing() {
        assertEquals("1 | 2", shape(node(1, "a", "", "News"), node(2, "b", "", "News")));
    }

    @Test
    void standsACircleAndMessagesWithTheSameId() {
        assertEquals(
                "2 1. 3..",
                shape(node(1, "a", "b", "x"), node(2, "b", "a", "x"), node(3, "b", "a", "x")));
        assertEquals("1", shape(node(1, "a", "a", "x")));
    }

    @Test
    void comesToTheSameResultInAnyOrderOfArrivalsAndRemovals() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            List<Node> nodes = random(random, 2 + random.nextInt(25));
            String expected = show(index(nodes).threads());
            Collections.shuffle(nodes, random);
            assertEquals(expected, show(index(nodes).threads()), "round " + round);
            ThreadIndex churned = new ThreadIndex();
            List<Node> others = random(random, 20);
            for (int i = 0; i < Math.max(nodes.size(), others.size()); i++) {
                put(churned, others, i, 1_000);
                put(churned, nodes, i, 0);
                if (random.nextInt(3) == 0) {
                    churned.threads();
                }
            }
            others.forEach(node -> churned.remove(node.id() + 1_000));
            assertEquals(expected, show(churned.threads()), "round " + round);
        }
    }

    private static void put(ThreadIndex index, List<Node> nodes, int i, long offset) {
        if (i < nodes.size()) {
            Node node = nodes.get(i);
            index.put(new Node(node.id() + offset, node.date(), node.ids(), node.subject()));
        }
    }

    private static List<Node> random(Random random, int count) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            StringBuilder references = new StringBuilder();
            for (int r = random.nextInt(4); r > 0; r--) {
                references.append((char) ('a' + random.nextInt(12))).append(' ');
            }
            String self = random.nextInt(6) == 0 ? "" : "" + (char) ('a' + random.nextInt(12));
            String subject = (random.nextBoolean() ? "Re: " : "") + random.nextInt(3);
            Node node = node(i, self, references.toString().strip(), subject);
            nodes.add(new Node(i, random.nextInt(9), node.ids(), subject));
        }
        return nodes;
    }

    private static ThreadIndex index(List<Node> nodes) {
        ThreadIndex index = new ThreadIndex();
        nodes.forEach(index::put);
        return index;
    }

    private static Node node(int id, String self, String references, String subject) {
        StringBuilder headers = new StringBuilder();
        if (!self.isEmpty()) {
            headers.append("Message-ID: <").append(self).append("@x>\r\n");
        }
        if (!references.isEmpty()) {
            headers.append("References: <")
                    .append(references.replace(" ", "@x> <"))
                    .append("@x>\r\n");
        }
        return new Node(id, id, ids(headers.toString()), subject);
    }

    private static ThreadIds ids(String headers) {
        return ThreadIds.of(headers.getBytes(StandardCharsets.US_ASCII));
    }

    /** The threads from the oldest on; a dot for each level. */
    private static String shape(Node... nodes) {
        return show(index(List.of(nodes)).threads().reversed());
    }

    private static String show(List<MailThread> threads) {
        List<String> shown = new ArrayList<>();
        for (MailThread thread : threads) {
            List<String> entries = new ArrayList<>();
            for (MailThread.Entry entry : thread.entries()) {
                entries.add(entry.message().value() + ".".repeat(entry.depth()));
            }
            shown.add(String.join(" ", entries));
        }
        return String.join(" | ", shown);
    }
}
