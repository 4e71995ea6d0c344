package org.postern.ui.internal.folders;

import org.postern.search.View;

/** A view over all accounts, in the tree. */
public record ViewNode(View view) {}
