import io.github.temporalgateway.samples.SampleWorker;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The sample worker as a process: polls the Temporal Service at TEMPORAL_ADDRESS until it is ended. */
final class Work {

  private Work() {}

  public static void main(String[] args) throws InterruptedException {
    String target = Optional.ofNullable(System.getenv("TEMPORAL_ADDRESS")).orElse("127.0.0.1:7233");
    SampleWorker worker = SampleWorker.start(target);
    Runtime.getRuntime().addShutdownHook(new Thread(worker::close, "end-sample-worker"));
    new CountDownLatch(1).await();
  }
}
