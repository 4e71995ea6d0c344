package org.postern.account;

import java.nio.file.Path;

/**
 * An account file that could not be read. It was set aside, not deleted.
 *
 * @param file where it lies now
 * @param reason which line or field is wrong and why, for a person
 */
public record DamagedAccount(Path file, String reason) {}
