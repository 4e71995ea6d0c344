package org.postern.ui;

import org.postern.account.Accounts;
import org.postern.credentials.CredentialStore;
import org.postern.diagnosis.Diagnostician;
import org.postern.diagnosis.Doctor;
import org.postern.net.WireLog;
import org.postern.search.MailSearch;
import org.postern.search.SavedQueries;
import org.postern.security.Pins;
import org.postern.security.PortPolicies;
import org.postern.store.MailStore;
import org.postern.sync.Activities;
import org.postern.sync.Engine;
import org.postern.transport.Transports;

import java.util.Objects;

/**
 * Everything that views, dialogs and handlers work with. The workbench makes views by itself, so
 * they cannot get it through a constructor: the composition root {@linkplain #install installs} it
 * once before the window opens.
 *
 * @param accounts what the user set up
 * @param credentials the secrets; never used on the user interface's thread
 * @param store the local mail
 * @param search finds in it
 * @param savedQueries what the user wants to find again
 * @param engine who connects
 * @param activities what the engine is doing
 * @param transports what is installed
 * @param portPolicies which port goes with which security
 * @param pins certificates that are known per account and server
 * @param doctor finds out why an account does not work
 * @param wireLog what was said to servers lately
 */
public record Services(
        Accounts accounts,
        CredentialStore credentials,
        MailStore store,
        MailSearch search,
        SavedQueries savedQueries,
        Engine engine,
        Activities activities,
        Transports transports,
        PortPolicies portPolicies,
        Pins pins,
        Doctor doctor,
        WireLog wireLog) {

    private static volatile Services installed;

    public Services {
        Objects.requireNonNull(accounts, "accounts");
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(search, "search");
        Objects.requireNonNull(savedQueries, "savedQueries");
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(activities, "activities");
        Objects.requireNonNull(transports, "transports");
        Objects.requireNonNull(portPolicies, "portPolicies");
        Objects.requireNonNull(pins, "pins");
        Objects.requireNonNull(doctor, "doctor");
        Objects.requireNonNull(wireLog, "wireLog");
    }

    /** What a failure means, from what is known already; never waits. */
    public Diagnostician diagnostician() {
        return doctor;
    }

    /** Makes these the services of this program. Called once, before the first window. */
    public static void install(Services services) {
        installed = Objects.requireNonNull(services, "services");
    }

    /**
     * The services of this program.
     *
     * @throws IllegalStateException when the composition root did not install any
     */
    public static Services get() {
        Services services = installed;
        if (services == null) {
            throw new IllegalStateException("no services were installed");
        }
        return services;
    }
}
