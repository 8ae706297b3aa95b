package io.assay.office.posture;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.commons.net.ntp.NTPUDPClient;
import org.apache.commons.net.ntp.NtpV3Packet;
import org.apache.commons.net.ntp.TimeInfo;
import org.springframework.stereotype.Component;

/** Asks servers for the time, as a client of SNTP (RFC 5905, section 14). Thread-safe. */
@Component
class Sntp {
  /** An answer that took longer says too little about the moment it was written. */
  private static final Duration SLOWEST = Duration.ofSeconds(1);

  private static final int LOWEST_STRATUM = 15;

  /**
   * By how much a server is ahead of a clock. Empty when it does not answer in time, or not with a
   * time of its own in answer to this very question.
   */
  Optional<Duration> ahead(InetSocketAddress server, Duration timeout, Clock clock) {
    try (NTPUDPClient client = new NTPUDPClient()) {
      client.setDefaultTimeout(timeout);
      client.open();
      InetAddress address = InetAddress.getByName(server.getHostString());
      long asked = InstantSource.system().millis();
      TimeInfo answer = client.getTime(address, server.getPort());
      long unlike = InstantSource.system().millis() - clock.millis();
      answer.computeDetails();
      return believable(answer, asked) && from(answer, address, server.getPort())
          ? Optional.of(Duration.ofMillis(answer.getOffset() + unlike))
          : Optional.empty();
    } catch (IOException unreachable) {
      return Optional.empty();
    }
  }

  private static boolean believable(TimeInfo answer, long asked) {
    NtpV3Packet message = answer.getMessage();
    long originated = message.getOriginateTimeStamp().getTime();
    return message.getMode() == NtpV3Packet.MODE_SERVER
        && message.getLeapIndicator() != NtpV3Packet.LI_ALARM_CONDITION
        && message.getStratum() >= 1
        && message.getStratum() <= LOWEST_STRATUM
        && message.getTransmitTimeStamp().ntpValue() != 0
        && originated >= asked
        && originated <= answer.getReturnTime()
        && answer.getOffset() != null
        && answer.getDelay() != null
        && answer.getDelay() <= SLOWEST.toMillis();
  }

  private static boolean from(TimeInfo answer, InetAddress address, int port) {
    DatagramPacket packet = answer.getMessage().getDatagramPacket();
    return packet.getAddress().equals(address) && packet.getPort() == port;
  }
}
