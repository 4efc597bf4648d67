package io.github.temporalgateway.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class against a real Temporal dev server with a real worker on the Task Queue {@code
 * samples}. All classes of a build share both, so each test takes unique Workflow Ids.
 *
 * <p>A Spring test gets the server's address as {@code spring.temporal.connection.target}. Test
 * methods may take a {@link TemporalDevServer} and a {@link io.temporal.client.WorkflowClient
 * WorkflowClient} as parameters. A test that stops or freezes a server starts its own instead, with
 * {@link TemporalDevServer#startOnFreePorts()}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(RealTemporalExtension.class)
public @interface RealTemporal {}
