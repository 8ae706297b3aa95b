package io.assay.office.identity;

import java.time.Duration;

/** No sender: the method is not offered. */
final class NoSms implements SmsSender {

  @Override
  public Delivery send(MobileNumber number, String code, Duration life) {
    return new Delivery.Failed("no sender is configured");
  }

  @Override
  public boolean offered() {
    return false;
  }
}
