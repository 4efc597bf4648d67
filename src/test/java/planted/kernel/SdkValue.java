package planted.kernel;

import io.temporal.api.common.v1.Payload;

/** A value of the kernel that a mapper should have made. */
public record SdkValue(Payload payload) {}
