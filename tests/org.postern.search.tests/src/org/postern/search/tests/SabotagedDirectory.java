package org.postern.search.tests;

import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A disk on which, from some step on, nothing is made, forced, renamed or deleted any more: what
 * lies on it then is what a killed process leaves.
 */
final class SabotagedDirectory extends FilterDirectory {

    private final AtomicInteger left;
    private final Runnable then;

    /**
     * @param steps how many go well
     * @param then done before the first that does not
     */
    SabotagedDirectory(Directory in, AtomicInteger steps, Runnable then) {
        super(in);
        this.left = steps;
        this.then = then;
    }

    private void step() throws IOException {
        int now = left.decrementAndGet();
        if (now == -1) {
            then.run();
        }
        if (now < 0) {
            throw new IOException("sabotaged");
        }
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        step();
        return in.createOutput(name, context);
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
            throws IOException {
        step();
        return in.createTempOutput(prefix, suffix, context);
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
        step();
        in.sync(names);
    }

    @Override
    public void syncMetaData() throws IOException {
        step();
        in.syncMetaData();
    }

    @Override
    public void rename(String source, String dest) throws IOException {
        step();
        in.rename(source, dest);
    }

    @Override
    public void deleteFile(String name) throws IOException {
        step();
        in.deleteFile(name);
    }
}
