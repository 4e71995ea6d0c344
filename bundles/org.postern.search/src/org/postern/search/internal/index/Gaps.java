package org.postern.search.internal.index;

import org.apache.lucene.analysis.Analyzer;

/** Keeps phrases from reaching over from one text into the next; all words come as streams. */
final class Gaps extends Analyzer {

    private static final int BETWEEN_TEXTS = 100;

    @Override
    protected TokenStreamComponents createComponents(String field) {
        throw new IllegalStateException(field + " does not come as a stream of words");
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return BETWEEN_TEXTS;
    }
}
