package org.postern.transport;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Security;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The transports of an extension registry. It is asked anew each time, so that a plug-in that comes
 * or goes while the program runs is there or gone at once; only loaded behaviour is kept, for as
 * long as its extension is valid.
 */
public final class RegistryTransports implements Transports {

    /** The extension point's full id. */
    public static final String POINT = "org.postern.transport.transports";

    private final IExtensionRegistry registry;
    private final Map<IConfigurationElement, Transport> loaded = new ConcurrentHashMap<>();

    public RegistryTransports(IExtensionRegistry registry) {
        this.registry = registry;
    }

    @Override
    public List<TransportDescriptor> all() {
        return read().entries.values().stream()
                .map(Declared::descriptor)
                .sorted(Comparator.comparing(TransportDescriptor::label, Collator.getInstance()))
                .toList();
    }

    @Override
    public Optional<TransportDescriptor> find(String id) {
        return Optional.ofNullable(read().entries.get(id)).map(Declared::descriptor);
    }

    @Override
    public Optional<TransportDescriptor> inMode(TransportDescriptor transport, Security security) {
        boolean tls = security == Security.TLS;
        if (tls == (transport.security() == Security.TLS)) {
            return Optional.of(transport);
        }
        return transport.twin().flatMap(this::find);
    }

    @Override
    public Transport load(String id) throws MailException {
        Declared declared = read().entries.get(id);
        if (declared == null) {
            throw new MailException(new Failure.NoSuchTransport(id));
        }
        loaded.keySet().removeIf(element -> !element.isValid());
        Transport known = loaded.get(declared.element());
        return known != null ? known : create(id, declared.element());
    }

    private Transport create(String id, IConfigurationElement element) throws MailException {
        try {
            Transport made = (Transport) element.createExecutableExtension("class");
            Transport first = loaded.putIfAbsent(element, made);
            return first != null ? first : made;
        } catch (CoreException | ClassCastException e) {
            throw new MailException(new Failure.NoSuchTransport(id), e);
        }
    }

    @Override
    public List<String> problems() {
        return List.copyOf(read().problems);
    }

    private Found read() {
        Found found = new Found(new LinkedHashMap<>(), new ArrayList<>());
        IConfigurationElement[] elements = registry.getConfigurationElementsFor(POINT);
        List.of(elements).stream()
                .sorted(Comparator.comparing(e -> e.getContributor().getName()))
                .forEach(found::take);
        found.checkTwins();
        return found;
    }

    private record Declared(TransportDescriptor descriptor, IConfigurationElement element) {}

    private record Found(Map<String, Declared> entries, List<String> problems) {

        void take(IConfigurationElement element) {
            try {
                TransportDescriptor descriptor = DescriptorReader.read(element);
                Declared first =
                        entries.putIfAbsent(descriptor.id(), new Declared(descriptor, element));
                if (first != null) {
                    problems.add(
                            Messages.format(
                                    "transports.duplicate",
                                    descriptor.contributor(),
                                    descriptor.id(),
                                    first.descriptor().contributor()));
                }
            } catch (IllegalArgumentException e) {
                problems.add(
                        Messages.format(
                                "transports.unsound",
                                element.getContributor().getName(),
                                e.getMessage()));
            }
        }

        /**
         * Two transports that do not name each other, or not with opposite protection, are no
         * twins.
         */
        void checkTwins() {
            for (Declared declared : List.copyOf(entries.values())) {
                TransportDescriptor one = declared.descriptor();
                one.twin()
                        .filter(id -> !isTwin(one, entries.get(id)))
                        .ifPresent(id -> dropTwin(declared, id));
            }
        }

        private static boolean isTwin(TransportDescriptor one, Declared other) {
            return other != null
                    && other.descriptor().twin().equals(Optional.of(one.id()))
                    && other.descriptor().protocol().equals(one.protocol())
                    && other.descriptor().security() != one.security();
        }

        private void dropTwin(Declared declared, String twin) {
            TransportDescriptor one = declared.descriptor();
            entries.put(one.id(), new Declared(one.withoutTwin(), declared.element()));
            problems.add(Messages.format("transports.noTwin", one.contributor(), one.id(), twin));
        }
    }
}
