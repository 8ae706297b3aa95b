package io.assay.review;

import java.util.Objects;

/** Where the content under review comes from: its direction, the capability used, the tenant. */
public record Context(Direction direction, String capability, String tenant) {

  public Context {
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(capability, "capability");
    Objects.requireNonNull(tenant, "tenant");
  }

  /** Input of no particular capability or tenant. */
  public static Context input() {
    return new Context(Direction.INPUT, "", "");
  }

  /** Output of no particular capability or tenant. */
  public static Context output() {
    return new Context(Direction.OUTPUT, "", "");
  }
}
