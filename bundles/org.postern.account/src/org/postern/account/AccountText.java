package org.postern.account;

import org.postern.core.AccountId;
import org.postern.core.KeyedText;
import org.postern.core.MailAddress;
import org.postern.core.Port;
import org.postern.core.Security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An account as the lines of its file, format 1. Entries that this version does not know are kept
 * and written again.
 *
 * @param account what the lines say
 * @param unknown entries of the same format that nobody here reads
 */
record AccountText(Account account, Map<String, String> unknown) {

    static final int VERSION = 1;

    AccountText {
        unknown = Map.copyOf(unknown);
    }

    byte[] bytes() {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("version", Integer.toString(VERSION));
        pairs.put("id", account.id().value());
        pairs.put("name", account.name());
        identities(pairs);
        incoming(pairs);
        sync(pairs);
        unknown.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> pairs.putIfAbsent(entry.getKey(), entry.getValue()));
        return KeyedText.write(pairs);
    }

    private void identities(Map<String, String> pairs) {
        int n = 1;
        for (Identity identity : account.identities()) {
            String key = "identity." + n++;
            pairs.put(key + ".name", identity.address().name());
            pairs.put(key + ".address", identity.address().address());
            pairs.put(key + ".organisation", identity.organisation());
        }
    }

    private void incoming(Map<String, String> pairs) {
        ServerSettings incoming = account.incoming();
        pairs.put("incoming.transport", incoming.transport());
        pairs.put("incoming.location", incoming.location());
        incoming.port().ifPresent(port -> pairs.put("incoming.port", port.toString()));
        pairs.put("incoming.user", incoming.user());
        pairs.put("incoming.authentication", word(incoming.authentication()));
        pairs.put("incoming.security", word(incoming.security()));
        if (!incoming.mechanisms().isEmpty()) {
            pairs.put(
                    "incoming.mechanisms", String.join(" ", new TreeSet<>(incoming.mechanisms())));
        }
        incoming.certificate().ifPresent(certificate -> certificate(certificate, pairs));
    }

    private static void certificate(ClientCertificate certificate, Map<String, String> pairs) {
        pairs.put("incoming.certificate.kind", word(certificate.kind()));
        pairs.put("incoming.certificate.location", certificate.location());
        pairs.put("incoming.certificate.alias", certificate.alias());
    }

    private void sync(Map<String, String> pairs) {
        SyncOptions sync = account.sync();
        pairs.put("sync.every", sync.every().map(Duration::toString).orElse("never"));
        pairs.put("sync.removal", word(sync.removal()));
        pairs.put("sync.keep-days", Integer.toString(sync.keepDays()));
    }

    private static String word(Enum<?> constant) {
        return Entries.word(constant);
    }

    /**
     * @throws UnreadableAccount naming the line or entry that is wrong
     */
    static AccountText read(byte[] bytes) throws UnreadableAccount {
        Entries entries = Entries.of(bytes);
        checkVersion(entries.required("version"));
        try {
            Account account = account(entries);
            return new AccountText(account, entries.untouched());
        } catch (IllegalArgumentException e) {
            throw new UnreadableAccount(Messages.format("file.unusable", e.getMessage()));
        }
    }

    private static void checkVersion(String version) throws UnreadableAccount {
        if (!version.matches("[1-9][0-9]{0,8}")) {
            throw new UnreadableAccount(Messages.format("file.wrong", "version", version));
        }
        if (Integer.parseInt(version) > VERSION) {
            throw UnreadableAccount.newer(version, VERSION);
        }
    }

    private static Account account(Entries entries) throws UnreadableAccount {
        return new Account(
                new AccountId(entries.required("id")),
                entries.required("name"),
                readIdentities(entries),
                readIncoming(entries),
                readSync(entries));
    }

    private static List<Identity> readIdentities(Entries entries) throws UnreadableAccount {
        List<Identity> identities = new ArrayList<>();
        for (int n = 1; entries.has("identity." + n + ".address"); n++) {
            String key = "identity." + n;
            identities.add(
                    new Identity(
                            new MailAddress(
                                    entries.optional(key + ".name", ""),
                                    entries.required(key + ".address")),
                            entries.optional(key + ".organisation", "")));
        }
        return identities;
    }

    private static ServerSettings readIncoming(Entries entries) throws UnreadableAccount {
        return new ServerSettings(
                entries.required("incoming.transport"),
                entries.required("incoming.location"),
                readPort(entries),
                entries.required("incoming.user"),
                entries.constant("incoming.authentication", Authentication.class),
                entries.constant("incoming.security", Security.class),
                readMechanisms(entries),
                readCertificate(entries));
    }

    private static Set<String> readMechanisms(Entries entries) {
        String words = entries.optional("incoming.mechanisms", "").strip();
        return words.isEmpty() ? Set.of() : Set.copyOf(List.of(words.split(" +")));
    }

    private static Optional<ClientCertificate> readCertificate(Entries entries)
            throws UnreadableAccount {
        if (!entries.has("incoming.certificate.location")) {
            return Optional.empty();
        }
        return Optional.of(
                new ClientCertificate(
                        entries.constant("incoming.certificate.kind", ClientCertificate.Kind.class),
                        entries.required("incoming.certificate.location"),
                        entries.optional("incoming.certificate.alias", "")));
    }

    private static Optional<Port> readPort(Entries entries) throws UnreadableAccount {
        if (!entries.has("incoming.port")) {
            return Optional.empty();
        }
        String text = entries.required("incoming.port");
        Optional<Port> port = Port.parse(text);
        if (port.isEmpty()) {
            throw Entries.wrong("incoming.port", text);
        }
        return port;
    }

    private static SyncOptions readSync(Entries entries) throws UnreadableAccount {
        return new SyncOptions(
                entries.duration("sync.every"),
                entries.constant("sync.removal", SyncOptions.Removal.class),
                entries.number("sync.keep-days"));
    }
}
