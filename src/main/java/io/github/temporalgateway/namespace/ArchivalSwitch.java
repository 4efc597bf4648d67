package io.github.temporalgateway.namespace;

/** Whether something is archived. */
enum ArchivalSwitch {
  /** It is. */
  ENABLED,
  /** It is not. */
  DISABLED
}
