package org.postern.message.internal.html;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;
import org.postern.message.SafeFragment;
import org.postern.message.Warning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes HTML anew from what a parser understood. Only names and values from the {@link AllowList}
 * are written, all text is escaped, so nothing of the original's syntax survives. For one message;
 * several documents follow each other.
 */
public final class Sanitiser {

    private static final int WARNINGS = 100;

    private final ImageSource images;
    private final StringBuilder styles = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private final Set<Warning> warnings = new LinkedHashSet<>();
    private int blocked;
    private boolean coloured;

    public Sanitiser(ImageSource images) {
        this.images = images;
    }

    /**
     * @throws IOException when the bytes of an image cannot be read
     */
    public void add(Document document) throws IOException {
        for (Element style : document.select("style")) {
            styles.append(take(CssRules.filter(style.data())));
        }
        blocked += RemoteReferences.count(document);
        try {
            NodeTraversor.filter(new SafeWriter(this, images, body), document.body());
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** What was written so far. */
    public SafeFragment fragment() {
        String sheet = styles.isEmpty() ? "" : "<style>" + styles + "</style>";
        List<Warning> noticed = new ArrayList<>(warnings);
        return new SafeFragment(sheet + body, blocked, coloured, noticed);
    }

    String take(Css css) {
        blocked += css.blocked();
        coloured |= css.coloured();
        return css.text();
    }

    void block() {
        blocked++;
    }

    void colour() {
        coloured = true;
    }

    void warn(Warning warning) {
        if (warnings.size() < WARNINGS) {
            warnings.add(warning);
        }
    }
}
