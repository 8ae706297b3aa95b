package io.assay.office.identity;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes codes to the log, so that a development set-up works without a provider. */
final class ConsoleSms implements SmsSender {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleSms.class);

  @Override
  public Delivery send(MobileNumber number, String code, Duration life) {
    LOG.info("development only, no SMS is sent: the code for {} is {}", number.masked(), code);
    return new Delivery.Accepted();
  }
}
