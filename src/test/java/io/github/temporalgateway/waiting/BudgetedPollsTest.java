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

class BudgetedPollsTest {

  private static final Deadline END = Deadline.after(1, TimeUnit.MINUTES);

  private final PollLimit limit = new PollLimit(new WaitProperties(1, 1_000_000), 0);
  private final List<String> calls = new ArrayList<>();
  private Optional<String> answer = Optional.empty();

  @Test
  void longPollIsTakenAndGivenBack() {
    answer = Optional.of("result");

    assertThat(caller("a").ask()).contains("result");

    assertThat(calls).containsExactly("poll a");
    assertThat(limit.longPolls()).isZero();
  }

  @Test
  void whoGetsNoLongPollReads() {
    limit.takeLongPoll(System.nanoTime());

    assertThat(caller("a").ask()).isEmpty();

    assertThat(calls).containsExactly("read a");
  }

  @Test
  void whoHasReadReadsAgainAfterAllOthers() {
    PollLimit slow = new PollLimit(new WaitProperties(1, 1), System.nanoTime());
    slow.takeLongPoll(System.nanoTime());
    Caller first = new Caller("a", slow);
    Caller second = new Caller("b", slow);

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
    Caller first = caller("a");
    Caller second = caller("b");

    first.ask();
    first.ask();
    second.ask();
    first.ask();

    assertThat(calls).containsExactly("poll a", "read a", "poll b", "poll a");
  }

  @Test
  void refusedLongPollLowersTheBudget() {
    PolledResult<String> refused =
        new PolledResult<>() {
          @Override
          public Optional<String> poll(Deadline end) {
            throw Status.RESOURCE_EXHAUSTED.asRuntimeException();
          }

          @Override
          public Optional<String> read(Deadline end) {
            return Optional.empty();
          }
        };

    assertThatThrownBy(() -> new BudgetedPolls(limit).ask(refused, END))
        .isInstanceOf(StatusRuntimeException.class);

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

    new BudgetedPolls(limit).ask(result, end);
    new BudgetedPolls(limit).ask(result, END);

    assertThat(ends.getFirst()).isEqualTo(end);
    assertThat(ends.getLast().isBefore(Deadline.after(10, TimeUnit.SECONDS))).isTrue();
  }

  private Caller caller(String name) {
    return new Caller(name, limit);
  }

  /** Notes how it asks. */
  private final class Caller implements PolledResult<String> {

    private final String name;
    private final BudgetedPolls polls;

    Caller(String name, PollLimit limit) {
      this.name = name;
      this.polls = new BudgetedPolls(limit);
    }

    Optional<String> ask() {
      return polls.ask(this, END);
    }

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
  }
}
