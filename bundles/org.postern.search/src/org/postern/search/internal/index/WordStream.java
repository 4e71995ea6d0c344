package org.postern.search.internal.index;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.postern.search.internal.text.Splitter;

/** The words of a text for Lucene. */
final class WordStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final String text;
    private Splitter words;

    WordStream(String text) {
        this.text = text;
        this.words = new Splitter(text);
    }

    @Override
    public void reset() {
        words = new Splitter(text);
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!words.next()) {
            return false;
        }
        term.copyBuffer(words.buffer(), 0, words.length());
        return true;
    }
}
