package org.postern.ui.internal.search;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.postern.search.SavedQuery;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.jobs.ChangeSearches;

import java.util.Optional;

/** Asks for the name of a search that is to be kept. */
public final class SaveSearchDialog {

    private SaveSearchDialog() {}

    /** Asks, and saves it under a name that no other search has. */
    public static void open(Shell shell, Services services, String query) {
        ask(shell, services, Messages.Search_saveTitle, query)
                .ifPresent(name -> ChangeSearches.save(services, new SavedQuery(name, query)));
    }

    /** Asks for another name of a search. */
    public static void rename(Shell shell, Services services, SavedQuery saved) {
        ask(shell, services, Messages.Search_renameTitle, saved.name())
                .ifPresent(name -> ChangeSearches.rename(services, saved, name));
    }

    private static Optional<String> ask(
            Shell shell, Services services, String title, String proposed) {
        InputDialog dialog =
                new InputDialog(
                        shell,
                        title,
                        Messages.Search_nameLabel,
                        proposed,
                        text -> wrong(services, text.strip()));
        return dialog.open() == Window.OK
                ? Optional.of(dialog.getValue().strip())
                : Optional.empty();
    }

    /** What is wrong with a name; null, as the dialog wants it, when nothing is. */
    private static String wrong(Services services, String name) {
        if (name.isEmpty()) {
            return "";
        }
        boolean taken = services.savedQueries().all().stream().anyMatch(q -> q.name().equals(name));
        return taken ? Messages.bind(Messages.Search_nameTaken, name) : null;
    }
}
