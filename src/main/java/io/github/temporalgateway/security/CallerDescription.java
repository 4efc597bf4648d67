package io.github.temporalgateway.security;

import io.github.temporalgateway.kernel.CallerKind;
import java.util.List;

/**
 * Who a caller is to the gateway, and what that one may do.
 *
 * @param id the subject of the token, the owner of the key, or the name in the certificate
 * @param kind how the caller proved to be that one
 * @param grants what it may do, by Namespace
 */
record CallerDescription(String id, CallerKind kind, List<CallerGrant> grants) {}
