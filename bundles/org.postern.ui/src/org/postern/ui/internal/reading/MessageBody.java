package org.postern.ui.internal.reading;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.browser.LocationEvent;
import org.eclipse.swt.browser.LocationListener;
import org.eclipse.swt.browser.ProgressListener;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.Problems;
import org.postern.ui.internal.look.Accessible;
import org.postern.ui.internal.look.Css;

/**
 * Shows a page in the browser widget, with scripts off and without ever going anywhere; where there
 * is no such widget it shows the text.
 */
final class MessageBody {

    private static final String OWN_PAGE = "about:blank";

    private final Runnable shown;
    private final Control control;
    private boolean loading;

    /**
     * @param shown called each time a page is on screen
     */
    MessageBody(Composite parent, Runnable shown) {
        this.shown = shown;
        this.control = create(parent);
    }

    private Control create(Composite parent) {
        try {
            return browser(parent);
        } catch (SWTError e) {
            Problems.log(Messages.Reading_noBrowser, e);
            return text(parent);
        }
    }

    private Browser browser(Composite parent) {
        Browser browser = new Browser(parent, SWT.NONE);
        WidgetIds.name(browser, WidgetIds.READING_BROWSER);
        Accessible.name(browser, Messages.Reading_bodyName);
        browser.setJavascriptEnabled(false);
        browser.addLocationListener(LocationListener.changingAdapter(this::leaving));
        browser.addOpenWindowListener(e -> e.required = true);
        browser.addProgressListener(ProgressListener.completedAdapter(e -> loaded()));
        Css.PAGE.style(browser);
        return browser;
    }

    private static StyledText text(Composite parent) {
        StyledText text =
                new StyledText(parent, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI | SWT.V_SCROLL);
        WidgetIds.name(text, WidgetIds.READING_TEXT);
        Accessible.name(text, Messages.Reading_bodyName);
        Css.PAGE.style(text);
        text.setMargins(18, 12, 18, 12);
        return text;
    }

    /** Our own page may load; whatever else a page wants to load is for the user to decide. */
    private void leaving(LocationEvent event) {
        boolean own = loading && event.location.startsWith(OWN_PAGE);
        event.doit = own;
        if (!own && event.top) {
            Links.offer(control.getShell(), event.location);
        }
    }

    private void loaded() {
        loading = false;
        shown.run();
    }

    /**
     * Shows a message.
     *
     * @param page a complete document that is safe
     * @param plain the same as text
     */
    void show(String page, String plain) {
        switch (control) {
            case Browser browser -> {
                loading = true;
                browser.setText(page, false);
            }
            case StyledText text -> {
                text.setText(plain);
                shown.run();
            }
            default -> throw new IllegalStateException(control.toString());
        }
    }

    /** What fills the place. */
    Control control() {
        return control;
    }

    /** What takes the keys. */
    Control focusable() {
        return control;
    }
}
