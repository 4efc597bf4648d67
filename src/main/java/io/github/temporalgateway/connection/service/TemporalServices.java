package io.github.temporalgateway.connection.service;

import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The Temporal Services that the gateway is connected to. */
@Component
public final class TemporalServices implements DisposableBean {

  private final List<TemporalService> all = new ArrayList<>();

  TemporalServices(ConfiguredServices configured, WorkflowServiceStubs byDefault) {
    all.add(new TemporalService(configured.byDefault(), byDefault));
    for (ConfiguredService further : configured.further()) {
      all.add(new TemporalService(further, open(further, byDefault.getOptions())));
    }
  }

  /** Metrics and interceptors are those of the default connection; nothing else is. */
  private static WorkflowServiceStubs open(
      ConfiguredService service, WorkflowServiceStubsOptions like) {
    WorkflowServiceStubsOptions.Builder options =
        WorkflowServiceStubsOptions.newBuilder()
            .setTarget(service.settings().target())
            .setMetricsScope(like.getMetricsScope());
    if (like.getGrpcClientInterceptors() != null) {
      like.getGrpcClientInterceptors().stream()
          .filter(shared -> !(shared instanceof ContextDeadlines))
          .forEach(options::addGrpcClientInterceptor);
    }
    return WorkflowServiceStubs.newServiceStubs(service.applyTo(options).build());
  }

  /** The one that {@code spring.temporal.*} describes. */
  public TemporalService byDefault() {
    return all.getFirst();
  }

  /** The one that is configured to serve a Namespace, if any is. */
  public Optional<TemporalService> serving(String namespace) {
    return all.stream()
        .filter(service -> service.settings().namespaces().contains(namespace))
        .findFirst();
  }

  /** Every Namespace that a setting names, in the order of the connections. */
  public List<String> namespaces() {
    return all.stream().flatMap(each -> each.settings().namespaces().stream()).distinct().toList();
  }

  /** All of them, the default one first. */
  List<TemporalService> all() {
    return all;
  }

  /** Ends the connections that Spring has not opened and so does not end. */
  @Override
  public void destroy() {
    all.forEach(service -> service.polls().shutdownNow());
    all.stream().skip(1).forEach(service -> service.stubs().shutdownNow());
  }
}
