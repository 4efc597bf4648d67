package io.github.temporalgateway.namespace;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Whether and where something is to be archived.
 *
 * @param state whether it is
 * @param uri where it goes, such as {@code s3://archive}; cannot be changed once it is set
 */
record ArchivalSetting(@NotNull ArchivalSwitch state, @Nullable String uri) {}
