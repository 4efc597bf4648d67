package io.github.temporalgateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where nothing was decided, nothing is allowed. */
class PermitTest {

  private final MockHttpServletRequest request = new MockHttpServletRequest();

  @AfterEach
  void forget() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void threadWithoutARequestHasNone() {
    assertThatIllegalStateException().isThrownBy(Permit::current);
  }

  @Test
  void requestThatWasNotLetThroughHasNone() {
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));

    assertThatIllegalStateException().isThrownBy(Permit::current);
  }

  @Test
  void requestThatWasLetThroughHasOne() {
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    Permit.ANYTHING.keep(request);

    assertThat(Permit.current().narrow("A = 1")).isEqualTo("A = 1");
  }
}
