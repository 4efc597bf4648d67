package io.github.temporalgateway.connection.service;

import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.List;
import org.springframework.stereotype.Component;

/** The Temporal Services that the gateway is connected to. */
@Component
public final class TemporalServices {

  private final List<TemporalService> all;

  TemporalServices(ConfiguredServices configured, WorkflowServiceStubs stubs) {
    this.all = List.of(new TemporalService(configured.byDefault(), stubs));
  }

  /** The one that {@code spring.temporal.*} describes. */
  public TemporalService byDefault() {
    return all.getFirst();
  }

  /** All of them, the default one first. */
  List<TemporalService> all() {
    return all;
  }
}
