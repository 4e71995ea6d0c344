package org.postern.ui.internal.folders;

import org.eclipse.jface.viewers.StyledCellLabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.TextStyle;
import org.postern.core.MailboxRole;
import org.postern.search.View;
import org.postern.ui.Services;
import org.postern.ui.internal.Counted;
import org.postern.ui.internal.Exposure;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Images;
import org.postern.ui.internal.look.Look;

/** Names, icons, counts and badges of the tree. */
final class FolderLabels extends StyledCellLabelProvider {

    private static final String GAP = "  ";

    private final TreeViewer viewer;
    private final Services services;
    private final TreeCounts counts;

    FolderLabels(TreeViewer viewer, Services services, TreeCounts counts) {
        this.viewer = viewer;
        this.counts = counts;
        this.services = services;
    }

    @Override
    public void update(ViewerCell cell) {
        StyledString text =
                switch (cell.getElement()) {
                    case AccountNode node -> account(cell, node);
                    case FolderNode node -> folder(cell, node);
                    case SavedNode node -> saved(cell, node);
                    case ViewNode node -> view(cell, node.view());
                    default -> new StyledString();
                };
        cell.setText(text.getString());
        cell.setStyleRanges(text.getStyleRanges());
        super.update(cell);
    }

    private StyledString account(ViewerCell cell, AccountNode node) {
        AccountBadge badge = badge(node);
        cell.setImage(image(node, badge));
        StyledString text = new StyledString(node.account().name(), styler(null, true));
        if (!badge.text().isEmpty()) {
            text.append(GAP + badge.text(), styler(colour(badge.tone()), false));
        }
        return text;
    }

    /** What nothing protects carries an open lock, whatever else its icon says. */
    private Image image(AccountNode node, AccountBadge badge) {
        boolean marked = badge.icon().startsWith("lock");
        return Exposure.of(services, node.account()) && !marked
                ? Images.marked(badge.icon(), "mark-open")
                : Images.get(badge.icon());
    }

    private StyledString view(ViewerCell cell, View view) {
        cell.setImage(Images.get(Everywhere.icon(view)));
        int count = view == View.FLAGGED ? counts.flagged() : Everywhere.unread(services, view);
        boolean news = view != View.FLAGGED && count > 0;
        return counted(Everywhere.name(view), count, news);
    }

    private StyledString saved(ViewerCell cell, SavedNode node) {
        cell.setImage(Images.get("search"));
        int unread = counts.unread(node.query());
        return counted(node.query().name(), unread, unread > 0);
    }

    private StyledString counted(String name, int count, boolean news) {
        StyledString text = new StyledString(name, styler(null, news));
        if (count > 0) {
            Color colour = news ? Look.accent(dark()) : Look.muted(dark());
            text.append(GAP + count, styler(colour, news));
        }
        return text;
    }

    private StyledString folder(ViewerCell cell, FolderNode node) {
        cell.setImage(Images.get(MailboxNames.icon(node.mailbox().role())));
        int unread = unread(node);
        return counted(name(node), unread, unread > 0);
    }

    /** What is folded away counts for the mailbox that it is under. */
    private int unread(FolderNode node) {
        return viewer.getExpandedState(node) ? node.mailbox().unread() : node.unreadBelow();
    }

    /** The account's inbox has one name in every language of servers. */
    static String name(FolderNode node) {
        return node.mailbox().role() == MailboxRole.INBOX ? Messages.Folders_inbox : node.label();
    }

    private AccountBadge badge(AccountNode node) {
        return AccountBadge.of(
                node.account(),
                services.engine().state(node.account().id()),
                Exposure.of(services, node.account()),
                services.diagnostician());
    }

    private boolean dark() {
        return Look.dark(viewer.getControl());
    }

    private Color colour(AccountBadge.Tone tone) {
        return switch (tone) {
            case SOUND -> Look.sound(dark());
            case QUIET -> Look.muted(dark());
            case CAUTION -> Look.caution(dark());
            case ALARM -> Look.alarm(dark());
        };
    }

    private static StyledString.Styler styler(Color colour, boolean bold) {
        return new StyledString.Styler() {
            @Override
            public void applyStyles(TextStyle style) {
                style.foreground = colour;
                style.font = bold ? Look.bold() : null;
            }
        };
    }

    @Override
    public String getToolTipText(Object element) {
        return switch (element) {
            case AccountNode node -> badge(node).tooltip();
            case FolderNode node ->
                    Counted.of(
                            node.mailbox().total(),
                            Messages.Folders_countsOne,
                            Messages.Folders_counts,
                            node.mailbox().total(),
                            node.mailbox().unread());
            case SavedNode node -> node.query().text();
            default -> null;
        };
    }
}
