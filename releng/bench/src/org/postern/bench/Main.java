package org.postern.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * Measures Postern beside its peers and the limit, and prints the ratios. Arguments: the folder of
 * the corpus, the number of messages, the number of runs, and the names of rows.
 */
public final class Main {

    /** Rows that need no server. */
    private static final List<String> LOCAL = List.of("index", "query");

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Corpus corpus = Corpus.in(Path.of(arguments[0]));
        int messages = Integer.parseInt(arguments[1]);
        int runs = Integer.parseInt(arguments[2]);
        List<String> names = List.of(arguments).subList(3, arguments.length);
        System.out.println(Row.HEAD);
        try (Folders folders = new Folders()) {
            for (String name : names.stream().filter(LOCAL::contains).toList()) {
                local(name, corpus, messages, folders, runs).forEach(System.out::println);
            }
        }
        List<String> remote = names.stream().filter(name -> !LOCAL.contains(name)).toList();
        if (!remote.isEmpty()) {
            remote(remote, corpus, messages, runs);
        }
    }

    private static void remote(List<String> names, Corpus corpus, int messages, int runs)
            throws Exception {
        try (Mail mail = Mail.of(corpus, messages);
                Folders folders = new Folders()) {
            for (String name : names) {
                row(name, corpus, mail, folders, runs).forEach(System.out::println);
            }
        }
    }

    private static List<Row> local(
            String name, Corpus corpus, int messages, Folders folders, int runs) throws Exception {
        return name.equals("index")
                ? new Indexing(corpus, messages, folders, runs).rows()
                : new Querying(corpus, messages, folders).rows();
    }

    private static List<Row> row(String name, Corpus corpus, Mail mail, Folders folders, int runs)
            throws Exception {
        return switch (name) {
            case "initial" -> new InitialSync(mail, folders, runs).againstPeers();
            case "wire" -> new InitialSync(mail, folders, runs).overLongWires();
            case "together" -> new Together(mail, folders, runs).rows();
            case "pop" -> new PopSync(mail, folders, runs).rows();
            case "nothing" -> new NothingNew(mail, folders, runs).rows();
            case "mailboxes" -> new ManyMailboxes(folders, runs).rows();
            case "flags" -> new FlagsChanged(mail, folders, runs).rows();
            case "plain" -> new WithoutJournal(corpus, mail.messages(), folders, runs).rows();
            case "list" -> new ListComplete(mail, folders, runs).rows();
            case "idle" -> new Idle(mail, folders).rows();
            default -> throw new IllegalArgumentException("There is no row " + name + ".");
        };
    }
}
