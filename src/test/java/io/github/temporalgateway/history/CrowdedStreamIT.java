package io.github.temporalgateway.history;

import org.springframework.test.context.TestPropertySource;

/** Streams are the same where those who wait have taken all long polls. */
@TestPropertySource(properties = "gateway.waits.max-long-polls=0")
class CrowdedStreamIT extends EventStreamIT {

  @Override
  int pollsFor(int streams) {
    return 0;
  }
}
