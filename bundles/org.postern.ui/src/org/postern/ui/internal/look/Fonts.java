package org.postern.ui.internal.look;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Font;

/** Fonts derived from the usual one; shared, nobody disposes them. */
public final class Fonts {

    private Fonts() {}

    /**
     * The usual font in another size and style.
     *
     * @param larger points more, or less when negative
     * @param style {@link org.eclipse.swt.SWT#BOLD} and the like
     */
    public static Font of(int larger, int style) {
        FontDescriptor usual = JFaceResources.getDefaultFontDescriptor();
        return JFaceResources.getResources().create(usual.increaseHeight(larger).setStyle(style));
    }
}
