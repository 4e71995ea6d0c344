package org.postern.transport.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.spi.RegistryContributor;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.postern.transport.RegistryTransports;

import java.io.ByteArrayInputStream;
import java.io.File;

/** An extension registry without a framework, into which a test writes what plug-ins bring. */
final class PlainRegistry implements AutoCloseable {

    private static final String POINT =
            "<plugin><extension-point id=\"transports\" name=\"Transports\"/></plugin>";

    private final Object key = new Object();
    private final IExtensionRegistry registry;

    PlainRegistry() throws CoreException {
        registry = RegistryFactory.createRegistry(new OwnClasses(), key, key);
        contribute("org.postern.transport", POINT);
    }

    IExtensionRegistry registry() {
        return registry;
    }

    RegistryTransports transports() {
        return new RegistryTransports(registry);
    }

    /** What a plug-in says in its plugin.xml: transports with these attributes each. */
    PlainRegistry plugin(String bundle, String... transports) {
        StringBuilder xml =
                new StringBuilder("<plugin><extension id=\"one\" point=\"")
                        .append(RegistryTransports.POINT)
                        .append("\">");
        for (String attributes : transports) {
            xml.append("<transport ").append(attributes).append("/>");
        }
        return contribute(bundle, xml.append("</extension></plugin>").toString());
    }

    PlainRegistry contribute(String bundle, String xml) {
        boolean sound =
                registry.addContribution(
                        new ByteArrayInputStream(xml.getBytes(UTF_8)),
                        ContributorFactorySimple.createContributor(bundle),
                        false,
                        bundle,
                        null,
                        key);
        if (!sound) {
            throw new IllegalArgumentException("the registry does not take " + xml);
        }
        return this;
    }

    /** Takes a plug-in's transports away, as uninstalling it does. */
    void uninstall(String bundle) {
        for (IExtension extension :
                registry.getExtensionPoint(RegistryTransports.POINT).getExtensions()) {
            if (extension.getContributor().getName().equals(bundle)) {
                registry.removeExtension(extension, key);
            }
        }
    }

    @Override
    public void close() {
        registry.stop(key);
    }

    /** Finds the classes of this bundle, which the registry's own loader cannot see in OSGi. */
    private static final class OwnClasses extends RegistryStrategy {

        OwnClasses() {
            super(new File[0], new boolean[0]);
        }

        @Override
        public Object createExecutableExtension(
                RegistryContributor contributor, String name, String overridden)
                throws CoreException {
            try {
                return Class.forName(name, true, PlainRegistry.class.getClassLoader())
                        .getDeclaredConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException e) {
                throw new CoreException(new Status(IStatus.ERROR, "tests", name, e));
            }
        }
    }
}
