package org.postern.demo.internal.imap;

import org.postern.demo.internal.mail.Mailboxes;
import org.postern.demo.internal.mail.Message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** SEARCH and UID SEARCH, RFC 3501 section 6.4.4, with RETURN of RFC 4731 (ESEARCH). */
final class Search implements Verb {
    private static final Set<String> RETURNS = Set.of("MIN", "MAX", "ALL", "COUNT");

    private final boolean byUid;

    Search(boolean byUid) {
        this.byUid = byUid;
    }

    @Override
    public Answer run(ImapSession session, Args args) throws IOException {
        args.space();
        Optional<Set<String>> returns = returns(args);
        charset(args);
        SearchKeys keys = new SearchKeys(session.selected(), args);
        SearchKey key = keys.parseAll();
        if (keys.usesModSeq()) {
            session.enable(Feature.CONDSTORE);
        }
        List<Message> found = session.account().locked(all -> matching(all, session, key));
        session.untagged(
                returns.isPresent()
                        ? extended(session, returns.get(), found, keys)
                        : classic(session, found, keys));
        return Answer.ok("SEARCH completed");
    }

    private static Optional<Set<String>> returns(Args args) {
        if (!args.skipWord("RETURN ")) {
            return Optional.empty();
        }
        Set<String> options = new HashSet<>(args.list(args::word));
        args.space();
        if (!RETURNS.containsAll(options)) {
            throw Refusal.bad("Unknown among " + options);
        }
        return Optional.of(options.isEmpty() ? Set.of("ALL") : options);
    }

    private static void charset(Args args) {
        if (args.skipWord("CHARSET ")) {
            String charset = args.astring();
            args.space();
            if (!charset.equalsIgnoreCase("UTF-8") && !charset.equalsIgnoreCase("US-ASCII")) {
                throw Refusal.no("BADCHARSET (US-ASCII UTF-8)", "Unknown character set");
            }
        }
    }

    private static List<Message> matching(Mailboxes all, ImapSession session, SearchKey key) {
        Selected selected = session.selected();
        SequenceSet everything = new SequenceSet(List.of(new SequenceSet.Range(1, 0)));
        List<Message> found = new ArrayList<>();
        for (Message message : selected.resolve(all, everything, true)) {
            if (key.matches(message)) {
                found.add(message);
            }
        }
        return found;
    }

    private List<Long> numbers(ImapSession session, List<Message> found) {
        Selected selected = session.selected();
        return found.stream().map(m -> byUid ? m.uid() : selected.sequenceNumber(m.uid())).toList();
    }

    private static String modSeq(List<Message> found, SearchKeys keys, String form) {
        long highest = found.stream().mapToLong(Message::modSeq).max().orElse(0);
        return keys.usesModSeq() && highest > 0 ? String.format(form, highest) : "";
    }

    private String classic(ImapSession session, List<Message> found, SearchKeys keys) {
        String numbers =
                numbers(session, found).stream()
                        .map(number -> " " + number)
                        .collect(Collectors.joining());
        return "SEARCH" + numbers + modSeq(found, keys, " (MODSEQ %d)");
    }

    private String extended(
            ImapSession session, Set<String> returns, List<Message> found, SearchKeys keys) {
        List<Long> numbers = numbers(session, found);
        StringBuilder line = new StringBuilder("ESEARCH");
        line.append(" (TAG ").append(ImapText.quote(session.tag())).append(')');
        line.append(byUid ? " UID" : "");
        if (!numbers.isEmpty() && returns.contains("MIN")) {
            line.append(" MIN ").append(numbers.get(0));
        }
        if (!numbers.isEmpty() && returns.contains("MAX")) {
            line.append(" MAX ").append(numbers.get(numbers.size() - 1));
        }
        if (!numbers.isEmpty() && returns.contains("ALL")) {
            line.append(" ALL ").append(SequenceSet.format(numbers));
        }
        if (returns.contains("COUNT")) {
            line.append(" COUNT ").append(numbers.size());
        }
        return line.append(modSeq(found, keys, " MODSEQ %d")).toString();
    }
}
