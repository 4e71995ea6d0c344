package org.postern.app.internal;

import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IRegistryEventListener;
import org.postern.security.RegistryPolicies;

/** Tells when a plug-in brings a policy or takes it away, so that accounts are judged anew. */
final class PolicyWatch implements IRegistryEventListener, AutoCloseable {

    private final IExtensionRegistry registry;
    private final Runnable changed;

    private PolicyWatch(IExtensionRegistry registry, Runnable changed) {
        this.registry = registry;
        this.changed = changed;
    }

    /**
     * @param changed called on the thread that changed the registry
     * @return ends the watching when it is closed
     */
    static PolicyWatch start(IExtensionRegistry registry, Runnable changed) {
        PolicyWatch watch = new PolicyWatch(registry, changed);
        registry.addListener(watch, RegistryPolicies.PORT_POINT);
        registry.addListener(watch, RegistryPolicies.CONNECTION_POINT);
        return watch;
    }

    @Override
    public void added(IExtension[] extensions) {
        changed.run();
    }

    @Override
    public void removed(IExtension[] extensions) {
        changed.run();
    }

    @Override
    public void added(IExtensionPoint[] points) {
        // without extensions a point says nothing
    }

    @Override
    public void removed(IExtensionPoint[] points) {
        // its extensions went before it
    }

    @Override
    public void close() {
        registry.removeListener(this);
    }
}
