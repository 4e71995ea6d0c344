package org.postern.store.exchange;

/**
 * What was exported.
 *
 * @param messages how many were written
 * @param missing how many were not, for only their headers are in the store
 */
public record ExportReport(int messages, int missing) {}
