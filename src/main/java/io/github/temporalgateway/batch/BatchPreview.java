package io.github.temporalgateway.batch;

/**
 * What a batch would do.
 *
 * @param type the operation
 * @param count how many executions it would touch; of a list those that are on it, of a query those
 *     that the visibility store knows now
 */
record BatchPreview(String type, long count) {}
