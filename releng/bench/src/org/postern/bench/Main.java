package org.postern.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * Measures Postern beside its peers and the limit, and prints the ratios. Arguments: the folder of
 * the corpus, the number of messages, the number of runs, and the names of rows.
 */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Corpus corpus = Corpus.in(Path.of(arguments[0]));
        int messages = Integer.parseInt(arguments[1]);
        int runs = Integer.parseInt(arguments[2]);
        System.out.println(Row.HEAD);
        try (Mail mail = Mail.of(corpus, messages);
                Folders folders = new Folders()) {
            for (String name : List.of(arguments).subList(3, arguments.length)) {
                row(name, mail, folders, runs).forEach(System.out::println);
            }
        }
    }

    private static List<Row> row(String name, Mail mail, Folders folders, int runs)
            throws Exception {
        return switch (name) {
            case "initial" -> new InitialSync(mail, folders, runs).againstPeers();
            case "wire" -> new InitialSync(mail, folders, runs).overLongWires();
            case "pop" -> new PopSync(mail, folders, runs).rows();
            case "nothing" -> new NothingNew(mail, folders, runs).rows();
            default -> throw new IllegalArgumentException("There is no row " + name + ".");
        };
    }
}
