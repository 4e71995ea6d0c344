package org.postern.search;

/** Hears that queries may find something else than before. */
@FunctionalInterface
public interface SearchListener {

    /** Called on the index's thread, at most a few times a second; must not block. */
    void foundAnew();
}
