package org.postern.cli.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.spi.RegistryContributor;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.postern.cli.internal.Commands;

import java.io.ByteArrayInputStream;
import java.io.File;

/** An extension registry without a framework, into which a test writes what plug-ins bring. */
final class PlainRegistry implements AutoCloseable {

    private static final String POINT =
            "<plugin><extension-point id=\"commands\" name=\"Commands\"/></plugin>";

    private final Object key = new Object();
    private final IExtensionRegistry registry;

    PlainRegistry() throws CoreException {
        registry = RegistryFactory.createRegistry(new OwnClasses(), key, key);
        contribute("org.postern.cli", POINT);
    }

    IExtensionRegistry registry() {
        return registry;
    }

    PlainRegistry command(String bundle, String name, Class<?> type) {
        return command(bundle, name, type.getName());
    }

    /** What a plug-in says in its plugin.xml: one command. */
    PlainRegistry command(String bundle, String name, String type) {
        String xml =
                """
                <plugin><extension point="%s">
                <command id="%s.it" name="%s" help="says what it is told"
                    usage="Usage: postern %s" class="%s"/>
                </extension></plugin>
                """;
        return contribute(bundle, xml.formatted(Commands.POINT, bundle, name, name, type));
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
