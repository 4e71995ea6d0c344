package org.postern.cli.internal.search;

import org.postern.search.Hit;
import org.postern.search.Page;
import org.postern.search.Snippet;

import java.io.IOException;
import java.util.Optional;

/** Tells of what was found, to people or to programs. */
interface Found {

    void hit(Hit hit, Optional<Snippet> snippet) throws IOException;

    /** All hits of the page were told. */
    void end(Page page) throws IOException;
}
