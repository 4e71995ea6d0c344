package org.postern.security.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IContributor;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.spi.RegistryContributor;
import org.eclipse.core.runtime.spi.RegistryStrategy;

import java.io.ByteArrayInputStream;

/** A real extension registry that lives in memory and finds the classes of this test bundle. */
final class FakeRegistry implements AutoCloseable {

    private static final String POINTS =
            """
            <extension-point id="portPolicies" name="Port policies"/>
            <extension-point id="connectionPolicies" name="Connection policies"/>
            """;

    private final Object key = new Object();
    private final IExtensionRegistry registry;

    FakeRegistry() {
        registry = RegistryFactory.createRegistry(new TestStrategy(), key, key);
        add("org.postern.security", POINTS);
    }

    IExtensionRegistry get() {
        return registry;
    }

    /** As if a bundle with that plugin.xml was installed. */
    void add(String bundle, String... extensions) {
        String xml = "<plugin>" + String.join("", extensions) + "</plugin>";
        var contributor = new RegistryContributor(bundle, bundle, null, null);
        var stream = new ByteArrayInputStream(xml.getBytes(UTF_8));
        if (!registry.addContribution(stream, contributor, false, bundle, null, key)) {
            throw new IllegalArgumentException("not a plugin.xml: " + xml);
        }
    }

    /** As if the bundle was uninstalled. */
    void remove(String bundle) {
        for (IExtension each : registry.getExtensions(contributor(bundle))) {
            registry.removeExtension(each, key);
        }
    }

    private static IContributor contributor(String bundle) {
        return new RegistryContributor(bundle, bundle, null, null);
    }

    @Override
    public void close() {
        registry.stop(key);
    }

    private static final class TestStrategy extends RegistryStrategy {

        TestStrategy() {
            super(null, null);
        }

        @Override
        public Object createExecutableExtension(
                RegistryContributor contributor, String name, String overridden)
                throws CoreException {
            try {
                return Class.forName(name).getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                IStatus status = Status.error("cannot make " + name, e);
                throw new CoreException(status);
            }
        }

        @Override
        public void log(IStatus status) {
            // The tests look at what is reported to them.
        }
    }
}
