package org.postern.ui.internal.look;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;

/**
 * The icons, by file name without ending. All are drawn in tones that are clear on light and on
 * dark grounds. Only for the user interface's thread.
 */
public final class Images {

    private static final String BUNDLE = "org.postern.ui";

    private static final String KEY = Images.class.getName();

    private Images() {}

    /** The icon, shared; nobody disposes it. */
    public static Image get(String name) {
        ImageRegistry registry = registry(Display.getCurrent());
        Image known = registry.get(name);
        if (known == null) {
            registry.put(name, descriptor(name));
            known = registry.get(name);
        }
        return known;
    }

    /** The icon with a small mark at its lower right; shared, nobody disposes it. */
    public static Image marked(String name, String mark) {
        ImageRegistry registry = registry(Display.getCurrent());
        String key = name + "+" + mark;
        if (registry.get(key) == null) {
            registry.put(
                    key,
                    new DecorationOverlayIcon(
                            get(name), descriptor(mark), IDecoration.BOTTOM_RIGHT));
        }
        return registry.get(key);
    }

    /** Images end with their display, so each display has its own. */
    private static ImageRegistry registry(Display display) {
        if (!(display.getData(KEY) instanceof ImageRegistry)) {
            display.setData(KEY, new ImageRegistry(display));
        }
        return (ImageRegistry) display.getData(KEY);
    }

    /** The icon's description, for actions. */
    public static ImageDescriptor descriptor(String name) {
        return ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".svg")
                .orElseThrow(() -> new IllegalArgumentException("no icon: " + name));
    }
}
