package io.assay.office.identity;

import java.time.Duration;

/** Brings a one-time code to a mobile phone. Thread-safe. */
interface SmsSender {

  /** Hands the code over; the reason when the provider did not take it. */
  Delivery send(MobileNumber number, String code, Duration life);

  /** Whether there is a sender at all. */
  default boolean offered() {
    return true;
  }

  sealed interface Delivery {
    record Accepted() implements Delivery {}

    /** Not taken; {@code why} names no number and no code. */
    record Failed(String why) implements Delivery {}
  }
}
