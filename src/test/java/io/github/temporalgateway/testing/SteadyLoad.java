package io.github.temporalgateway.testing;

import io.github.temporalgateway.samples.SampleWorker;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers that start Workflows and look at them without a break, and others that wait. */
public final class SteadyLoad implements AutoCloseable {

  private static final int CALLERS = 4;

  private final GatewayClient client;
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final List<Future<Answer>> waits = new ArrayList<>();
  private final List<String> waitedFor = new ArrayList<>();
  private volatile boolean over;

  /** Begins with a number of waits. */
  public SteadyLoad(GatewayClient client, int waiting) {
    this.client = client;
    for (int number = 0; number < waiting; number++) {
      String id = start("WaitForSignal").at("/workflowId");
      waitedFor.add(id);
      waits.add(callers.submit(() -> awaitResult(id)));
    }
    for (int number = 0; number < CALLERS; number++) {
      callers.submit(this::call);
    }
  }

  private void call() {
    while (!over) {
      try {
        Answer answer = start("Nothing");
        note(answer, 201);
        note(client.get("/workflows/" + answer.at("/workflowId")), 200);
        Thread.sleep(20);
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException failure) {
        if (over) {
          return;
        }
        failures.add(failure.toString());
      }
    }
  }

  private Answer start(String type) {
    return client.post(
        "/workflows",
        "{\"workflowType\":\"%s\",\"taskQueue\":\"%s\"}".formatted(type, SampleWorker.TASK_QUEUE));
  }

  /** A wait may end in 202, as any wait may, and is then taken up again. */
  private Answer awaitResult(String id) {
    while (true) {
      Answer answer = client.get("/workflows/" + id + "/result?wait=40");
      if (answer.status() != 202) {
        return answer;
      }
    }
  }

  private void note(Answer answer, int expected) {
    calls.incrementAndGet();
    if (answer.status() != expected) {
      failures.add(answer.status() + " " + answer.text());
    }
  }

  /** Number of calls so far, waits apart. */
  public int calls() {
    return calls.get();
  }

  /** What went wrong so far. */
  public List<String> failures() {
    return failures;
  }

  /** Lets the Workflows that are waited for end, and returns the answers to the waits. */
  public List<Answer> endWaits() throws Exception {
    for (String id : waitedFor) {
      client.post("/workflows/" + id + "/signals/proceed", "{\"input\":\"on\"}");
    }
    List<Answer> answers = new ArrayList<>();
    for (Future<Answer> wait : waits) {
      answers.add(wait.get(1, TimeUnit.MINUTES));
    }
    return answers;
  }

  /** Ends all callers. */
  @Override
  public void close() {
    over = true;
    callers.shutdownNow();
  }
}
