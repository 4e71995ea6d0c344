package org.postern.imap.internal.session;

import org.postern.core.MailboxRole;
import org.postern.imap.internal.response.MailboxEntry;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What mailboxes are for: as the server says (RFC 6154), else as their names suggest. */
final class Roles {

    private static final Map<String, MailboxRole> ATTRIBUTES =
            Map.of(
                    "\\drafts", MailboxRole.DRAFTS,
                    "\\sent", MailboxRole.SENT,
                    "\\archive", MailboxRole.ARCHIVE,
                    "\\junk", MailboxRole.JUNK,
                    "\\trash", MailboxRole.TRASH,
                    "\\all", MailboxRole.ALL,
                    "\\flagged", MailboxRole.FLAGGED);

    private static final Map<String, MailboxRole> NAMES = names();

    private Roles() {}

    private static Map<String, MailboxRole> names() {
        Map<String, MailboxRole> names = new HashMap<>();
        name(names, MailboxRole.DRAFTS, "draft", "drafts", "entwürfe", "brouillons", "borradores");
        name(names, MailboxRole.DRAFTS, "bozze", "concepten", "rascunhos", "utkast", "черновики");
        name(names, MailboxRole.DRAFTS, "kladder", "szkice", "luonnokset", "下書き", "草稿", "草稿箱");
        name(
                names,
                MailboxRole.SENT,
                "sent",
                "sent items",
                "sent messages",
                "sent mail",
                "gesendet");
        name(names, MailboxRole.SENT, "gesendete objekte", "gesendete elemente", "envoyés");
        name(names, MailboxRole.SENT, "éléments envoyés", "messages envoyés", "enviados");
        name(
                names,
                MailboxRole.SENT,
                "elementos enviados",
                "posta inviata",
                "inviata",
                "verzonden");
        name(
                names,
                MailboxRole.SENT,
                "verzonden items",
                "skickat",
                "sendt",
                "wysłane",
                "отправленные");
        name(names, MailboxRole.SENT, "lähetetyt", "送信済み", "已发送", "寄件備份");
        name(names, MailboxRole.ARCHIVE, "archive", "archives", "archiv", "archivo", "archivio");
        name(names, MailboxRole.ARCHIVE, "archief", "arkiv", "archiwum", "архив", "arkisto");
        name(names, MailboxRole.JUNK, "junk", "spam", "junk mail", "junk e-mail", "junk email");
        name(names, MailboxRole.JUNK, "bulk mail", "spamverdacht", "unerwünscht", "pourriel");
        name(names, MailboxRole.JUNK, "courrier indésirable", "indésirables", "correo no deseado");
        name(names, MailboxRole.JUNK, "posta indesiderata", "ongewenst", "skräppost", "спам");
        name(names, MailboxRole.JUNK, "迷惑メール", "垃圾邮件");
        name(names, MailboxRole.TRASH, "trash", "deleted", "deleted items", "deleted messages");
        name(names, MailboxRole.TRASH, "papierkorb", "gelöscht", "gelöschte objekte", "bin");
        name(names, MailboxRole.TRASH, "gelöschte elemente", "corbeille", "éléments supprimés");
        name(names, MailboxRole.TRASH, "papelera", "cestino", "prullenbak", "lixeira", "lixo");
        name(names, MailboxRole.TRASH, "papperskorg", "papirkurv", "kosz", "корзина", "roskakori");
        name(names, MailboxRole.TRASH, "ゴミ箱", "已删除", "垃圾桶");
        return Map.copyOf(names);
    }

    private static void name(Map<String, MailboxRole> names, MailboxRole role, String... some) {
        for (String name : some) {
            names.put(name, role);
        }
    }

    /** INBOX, or what the server says. */
    static MailboxRole told(MailboxEntry entry) {
        if (entry.name().equalsIgnoreCase(MailboxNames.INBOX)) {
            return MailboxRole.INBOX;
        }
        return entry.attributes().stream()
                .filter(ATTRIBUTES::containsKey)
                .map(ATTRIBUTES::get)
                .sorted()
                .findFirst()
                .orElse(MailboxRole.NONE);
    }

    /** What the name suggests of a mailbox at the top or right below INBOX. */
    static MailboxRole guessed(List<String> path) {
        boolean high =
                path.size() == 1
                        || path.size() == 2 && path.getFirst().equalsIgnoreCase(MailboxNames.INBOX);
        return high
                ? NAMES.getOrDefault(path.getLast().toLowerCase(Locale.ROOT), MailboxRole.NONE)
                : MailboxRole.NONE;
    }
}
