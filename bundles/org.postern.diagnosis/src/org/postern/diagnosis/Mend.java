package org.postern.diagnosis;

import org.postern.account.ServerSettings;

/**
 * A change of settings that would most likely make the account work. Never applied without the
 * user.
 *
 * @param label what the button says: "Use port 993"
 * @param settings the account's server settings after the change
 * @param lessProtected whether mail would travel less protected than now, so that the user is asked
 *     once more
 */
public record Mend(String label, ServerSettings settings, boolean lessProtected) {}
