/** What a connection proves who it is with: certificates, keys and API keys, read from files. */
@NullMarked
package io.github.temporalgateway.connection.credentials;

import org.jspecify.annotations.NullMarked;
