package io.github.temporalgateway.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BudgetedPollTest {

  private final PollLimit limit = new PollLimit(new WaitProperties(1, 1_000_000), 0);
  private final List<String> calls = new ArrayList<>();
  private Optional<String> answer = Optional.empty();

  @Test
  void longPollIsTakenAndGivenBack() {
    answer = Optional.of("result");

    assertThat(wait("a").ask()).contains("result");

    assertThat(calls).containsExactly("poll a");
    assertThat(limit.longPolls()).isZero();
  }

  @Test
  void whoGetsNoLongPollReads() {
    limit.takeLongPoll(System.nanoTime());

    assertThat(wait("a").ask()).isEmpty();

    assertThat(calls).containsExactly("read a");
  }

  @Test
  void whoHasReadReadsAgainAfterAllOthers() {
    PollLimit slow = new PollLimit(new WaitProperties(1, 1), System.nanoTime());
    slow.takeLongPoll(System.nanoTime());
    BudgetedPoll<String> first = wait("a", slow);
    BudgetedPoll<String> second = wait("b", slow);

    first.ask();
    await()
        .until(() -> {
          second.ask();
          first.ask();
          return calls.size() > 1;
        });

    assertThat(calls).startsWith("read a", "read b");
  }

  @Test
  void lastLongPollGoesToSomebodyElse() {
    BudgetedPoll<String> first = wait("a");
    BudgetedPoll<String> second = wait("b");

    first.ask();
    first.ask();
    second.ask();
    first.ask();

    assertThat(calls).containsExactly("poll a", "read a", "poll b", "poll a");
  }

  @Test
  void refusedLongPollLowersTheBudget() {
    BudgetedPoll<String> refused =
        new BudgetedPoll<>(
            limit,
            new PolledResult<>() {
              @Override
              public Optional<String> poll(Deadline end) {
                throw Status.RESOURCE_EXHAUSTED.asRuntimeException();
              }

              @Override
              public Optional<String> read(Deadline end) {
                return Optional.empty();
              }
            },
            Deadline.after(1, TimeUnit.MINUTES));

    assertThatThrownBy(refused::ask).isInstanceOf(StatusRuntimeException.class);

    assertThat(limit.longPolls()).isZero();
    assertThat(limit.takeLongPoll(System.nanoTime())).isFalse();
  }

  @Test
  void readDoesNotOutlastTheWait() {
    limit.takeLongPoll(System.nanoTime());
    Deadline end = Deadline.after(1, TimeUnit.SECONDS);
    List<Deadline> ends = new ArrayList<>();
    PolledResult<String> result =
        new PolledResult<>() {
          @Override
          public Optional<String> poll(Deadline end) {
            return Optional.empty();
          }

          @Override
          public Optional<String> read(Deadline end) {
            ends.add(end);
            return Optional.empty();
          }
        };

    new BudgetedPoll<>(limit, result, end).ask();
    new BudgetedPoll<>(limit, result, Deadline.after(1, TimeUnit.MINUTES)).ask();

    assertThat(ends.getFirst()).isEqualTo(end);
    assertThat(ends.getLast().isBefore(Deadline.after(10, TimeUnit.SECONDS))).isTrue();
  }

  private BudgetedPoll<String> wait(String name) {
    return wait(name, limit);
  }

  private BudgetedPoll<String> wait(String name, PollLimit limit) {
    return new BudgetedPoll<>(
        limit,
        new PolledResult<>() {
          @Override
          public Optional<String> poll(Deadline end) {
            calls.add("poll " + name);
            return answer;
          }

          @Override
          public Optional<String> read(Deadline end) {
            calls.add("read " + name);
            return answer;
          }
        },
        Deadline.after(1, TimeUnit.MINUTES));
  }
}
