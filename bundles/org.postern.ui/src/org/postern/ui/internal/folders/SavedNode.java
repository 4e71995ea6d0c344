package org.postern.ui.internal.folders;

import org.postern.search.SavedQuery;

/** A search that the user saved, in the tree. */
public record SavedNode(SavedQuery query) {}
