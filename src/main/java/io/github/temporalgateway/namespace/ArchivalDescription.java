package io.github.temporalgateway.namespace;

import org.jspecify.annotations.Nullable;

/**
 * Whether and where something is archived.
 *
 * @param state {@code ENABLED} or {@code DISABLED}
 * @param uri where it goes
 */
record ArchivalDescription(@Nullable String state, @Nullable String uri) {}
