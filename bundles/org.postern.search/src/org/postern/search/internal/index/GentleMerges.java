package org.postern.search.internal.index;

import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.MergePolicy.OneMerge;

import java.io.IOException;

/** Merges one after the other on a thread that does not press. */
final class GentleMerges extends ConcurrentMergeScheduler {

    private static final int WAITING = 4;

    GentleMerges() {
        setMaxMergesAndThreads(WAITING, 1);
    }

    @Override
    protected synchronized MergeThread getMergeThread(MergeSource source, OneMerge merge)
            throws IOException {
        MergeThread thread = super.getMergeThread(source, merge);
        thread.setName("postern-search-merge");
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
