package org.postern.search.internal.index;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.postern.core.AtomicFile;
import org.postern.search.internal.Messages;
import org.postern.store.MailboxId;
import org.postern.store.MessageId;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;

/** The files of the index, open. What is done to them is seen after {@link #refresh}. */
final class Index implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Index.class.getName());

    /**
     * Lucene tells on a logger of the JDK what it does not find; held, or it would be forgotten.
     */
    private static final java.util.logging.Logger QUIET =
            java.util.logging.Logger.getLogger("org.apache.lucene");

    static {
        QUIET.setLevel(Level.SEVERE);
    }

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile boolean asked;

    /** Finding something does not need a cache that takes room. */
    private static final class Searchers extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(
                org.apache.lucene.index.IndexReader reader,
                org.apache.lucene.index.IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            return searcher;
        }
    }

    private Index(Directory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, true, false, new Searchers());
    }

    /** Opens the index in that folder; one that is damaged is thrown away. */
    static Index open(Path folder, Pace pace) throws IOException {
        AtomicFile.privateFolder(folder);
        AtomicFile.removeLeftovers(folder);
        try {
            return opened(folder, pace);
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Logger.Level.WARNING, Messages.format("index.damaged", folder), e);
            clear(folder);
            return opened(folder, pace);
        }
    }

    private static Index opened(Path folder, Pace pace) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(new Gaps());
        config.setRAMBufferSizeMB(pace.megabytes());
        config.setMergeScheduler(new GentleMerges());
        config.setCommitOnClose(false);
        Directory directory = pace.disk().apply(FSDirectory.open(folder));
        try {
            IndexWriter writer = new IndexWriter(directory, config);
            try {
                return new Index(directory, writer);
            } catch (IOException | RuntimeException e) {
                writer.rollback();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static void clear(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(folder)) {
            found.filter(Files::isRegularFile).forEach(files::add);
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    /** How far its last commit was. */
    Optional<Reached> reached() {
        return Reached.read(writer.getLiveCommitData());
    }

    void put(MessageId message, Document document) throws IOException {
        writer.updateDocument(Fields.term(message), document);
    }

    /** Adds a message that is surely not there. */
    void add(Document document) throws IOException {
        writer.addDocument(document);
    }

    void remove(MessageId message) throws IOException {
        writer.deleteDocuments(Fields.term(message));
    }

    void remove(MailboxId mailbox) throws IOException {
        writer.deleteDocuments(LongPoint.newExactQuery(Fields.MAILBOX, mailbox.value()));
    }

    void flags(MessageId message, long bits) throws IOException {
        writer.updateNumericDocValue(Fields.term(message), Fields.FLAGS, bits);
    }

    void clear() throws IOException {
        writer.deleteAll();
    }

    /** Something to be asked. */
    @FunctionalInterface
    interface Question<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    /** Asks for a person. */
    <T> T find(Question<T> question) throws IOException {
        asked = true;
        return ask(question);
    }

    /** Whether a person asked something since that was forgotten. */
    boolean wasAsked() {
        return asked;
    }

    void forgetAsked() {
        asked = false;
    }

    <T> T ask(Question<T> question) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return question.of(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    boolean has(MessageId message) throws IOException {
        return ask(searcher -> searcher.count(new TermQuery(Fields.term(message))) > 0);
    }

    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    void commit(Reached reached) throws IOException {
        writer.setLiveCommitData(reached.written());
        writer.commit();
    }

    /** Lets go of all that was not committed. */
    @Override
    public void close() throws IOException {
        try (directory) {
            searchers.close();
            writer.rollback();
        }
    }
}
