package planted;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Empty;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Right;
import io.grpc.Status;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.temporal.api.common.v1.Payload;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** One small class for each way to break a rule, and some that come close and break none. */
@SuppressWarnings({"unused", "SystemOut"})
public final class Violators {

  private Violators() {}

  public static class Printing {
    void hello() {
      System.out.println("hello");
    }
  }

  public static class InjectingFields {
    @Autowired private String dependency;
  }

  public static class ReadingOneSetting {
    ReadingOneSetting(@Value("${planted}") String setting) {}
  }

  @ConfigurationProperties("planted")
  public static class MutableProperties {}

  @RestController
  public static class PublicController {}

  @RestController
  static class SdkController {
    void handle(Payload payload) {}
  }

  @RestController
  static class Speaking {
    @GetMapping("/speaking")
    @Operation(operationId = "speak")
    List<Page> speak(GrpcBody body) {
      return List.of();
    }
  }

  public record GrpcBody(Status status) {}

  public record Page(List<ProtobufPart> items) {}

  public record ProtobufPart(Empty empty) {}

  public record Carrier(Status status) {}

  public static class HandlingExceptions {
    @ExceptionHandler
    void handle(IllegalStateException failure) {}
  }

  public static class UsingJackson2 {
    ObjectMapper mapper = new ObjectMapper();
  }

  public static class First {
    public record Twin(String name) {}
  }

  public static class Second {
    public enum Twin {
      ONE
    }
  }

  @RestController
  public static class AnonymousOperation {
    @GetMapping("/anonymous")
    void handle() {}
  }

  @RestController
  public static class ClashingOperations {
    @GetMapping("/one")
    @Operation(operationId = "getThing")
    void one() {}

    @GetMapping("/two")
    @Operation(operationId = "getThing")
    void two() {}
  }

  @RestController
  public static class DocumentedOperations {
    @GetMapping("/one")
    @Operation(operationId = "getThing")
    void one() {}

    @Hidden
    @GetMapping("/hidden")
    void hidden() {}
  }

  @RestController
  static class NamelessOperation {
    @GetMapping("/nameless")
    @Hidden
    @Allow(Right.READ)
    void nameless() {}
  }

  @RestController
  static class AllowedOperations {
    @GetMapping("/allowed")
    @Operation(operationId = "getAllowed")
    @Allow(Right.READ)
    void allowed() {}

    @RequestMapping(path = "/allowed", method = RequestMethod.HEAD)
    @Hidden
    @Allow(value = Right.READ, operation = "getAllowed")
    void head() {}
  }

  public static class Locking {
    synchronized void lock() {}
  }

  public static class ReadingTheClock {
    Instant now() {
      return Instant.now();
    }
  }

  public static class ReferringToTheClock {
    Supplier<Instant> now = Instant::now;
  }

  public static class ReadingMillis {
    long now() {
      return System.currentTimeMillis();
    }
  }
}
