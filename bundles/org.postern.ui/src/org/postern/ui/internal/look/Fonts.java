package org.postern.ui.internal.look;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
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

    /** A font whose letters are all of one width, as large as the usual one. */
    public static Font fixed() {
        FontDescriptor usual = JFaceResources.getDefaultFontDescriptor();
        int height = usual.getFontData()[0].getHeight();
        return JFaceResources.getResources()
                .create(FontDescriptor.createFrom(fixedName(), height, SWT.NORMAL));
    }

    /** What the desktop's own programs use for code. */
    private static String fixedName() {
        return switch (SWT.getPlatform()) {
            case "win32" -> "Consolas";
            case "cocoa" -> "Menlo";
            default -> "Monospace";
        };
    }
}
