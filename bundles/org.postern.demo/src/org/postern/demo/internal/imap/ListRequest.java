package org.postern.demo.internal.imap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The arguments of LIST, RFC 5258 and RFC 5819.
 *
 * @param selection such as SUBSCRIBED
 * @param patterns with the reference in front
 * @param returns such as CHILDREN
 * @param status the STATUS items to return for each mailbox
 * @param rootOnly whether only the separator is asked for, with an empty name
 */
record ListRequest(
        Set<String> selection,
        List<ListPattern> patterns,
        Set<String> returns,
        List<String> status,
        boolean rootOnly) {
    private static final Set<String> SELECTION =
            Set.of("SUBSCRIBED", "REMOTE", "RECURSIVEMATCH", "SPECIAL-USE");
    private static final Set<String> RETURNS =
            Set.of("SUBSCRIBED", "CHILDREN", "SPECIAL-USE", "STATUS");

    static ListRequest parse(ImapSession session, Args args) {
        args.space();
        Set<String> selection = Set.of();
        if (args.peek() == '(') {
            selection = known(args.list(args::word), SELECTION);
            args.space();
        }
        String reference = session.nameIn(args.astring());
        args.space();
        boolean many = args.peek() == '(';
        List<String> names = many ? args.list(args::pattern) : List.of(args.pattern());
        Set<String> returns = new HashSet<>();
        List<String> status = new ArrayList<>();
        if (args.skip(' ')) {
            readReturns(args, returns, status);
        }
        args.end();
        boolean rootOnly = !many && names.get(0).isEmpty() && selection.isEmpty();
        List<ListPattern> patterns =
                names.stream()
                        .map(name -> new ListPattern(reference + session.nameIn(name)))
                        .toList();
        return new ListRequest(selection, patterns, returns, status, rootOnly);
    }

    private static void readReturns(Args args, Set<String> returns, List<String> status) {
        if (!args.word().equals("RETURN")) {
            throw Refusal.bad("Expected RETURN");
        }
        args.space();
        List<String> options =
                args.list(
                        () -> {
                            String option = args.word();
                            if (option.equals("STATUS")) {
                                status.addAll(args.space().list(args::word));
                            }
                            return option;
                        });
        returns.addAll(known(options, RETURNS));
    }

    private static Set<String> known(List<String> options, Set<String> allowed) {
        if (!allowed.containsAll(options)) {
            throw Refusal.bad("Unknown option among " + options);
        }
        boolean alone = options.contains("RECURSIVEMATCH") && !options.contains("SUBSCRIBED");
        if (alone) {
            throw Refusal.bad("RECURSIVEMATCH needs another option");
        }
        return Set.copyOf(options);
    }

    boolean selects(String option) {
        return selection.contains(option);
    }

    boolean returns(String option) {
        return returns.contains(option) || selection.contains(option);
    }

    boolean matches(String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(name));
    }
}
