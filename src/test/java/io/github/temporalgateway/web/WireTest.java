package io.github.temporalgateway.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A server with the container's part of the gateway and routes that show what reaches a handler.
 */
@SpringBootTest(
    classes = WireTest.Server.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.threads.virtual.enabled=true",
      "server.jetty.threads.max=20000",
      "spring.servlet.multipart.enabled=false",
      "management.endpoint.health.validate-group-membership=false"
    })
abstract class WireTest {

  @LocalServerPort int port;

  @Configuration(proxyBeanMethods = false)
  @TestComponent
  @EnableAutoConfiguration
  @Import({JettyCustomization.class, Routes.class})
  static class Server {}

  @RestController
  @TestComponent
  static class Routes {

    @GetMapping(value = "/ids/{id}/end", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String id(@PathVariable String id) {
      return id;
    }

    @PostMapping("/echo")
    String echo(@RequestBody String body) {
      return body;
    }

    @PostMapping("/refused")
    ResponseEntity<String> refuse() {
      return ResponseEntity.status(HttpStatus.FORBIDDEN).body("unread");
    }

    @GetMapping("/parameter")
    String parameter(@RequestParam Map<String, String> parameters) {
      return parameters.toString();
    }

    @GetMapping("/error-of-handler")
    String fail() {
      throw new IllegalStateException("secret");
    }

    @GetMapping("/status/{status}")
    void status(@PathVariable int status, HttpServletResponse response) throws IOException {
      response.sendError(status, "secret");
    }
  }
}
