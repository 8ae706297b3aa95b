package io.assay.office.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.commons.net.ntp.NtpV3Packet;
import org.apache.commons.net.ntp.TimeStamp;
import org.junit.jupiter.api.Test;

/** The time of a real server on a socket of this machine. */
class SntpTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration NEAR = Duration.ofMillis(600);
  private static final Clock CLOCK = Clock.systemUTC();

  @Test
  void tellsByHowMuchTheServerIsAheadOfTheClock_notOfTheMachine() {
    try (TimeServer server = TimeServer.ahead(Duration.ofSeconds(7))) {
      assertThat(ahead(server, CLOCK)).hasValueSatisfying(it -> near(it, 7));
      assertThat(ahead(server, Clock.offset(CLOCK, Duration.ofSeconds(9))))
          .hasValueSatisfying(it -> near(it, -2));
    }
  }

  @Test
  void believesNoAnswerThatIsNoTimeOrAnswersAnotherQuestion() {
    List<UnaryOperator<NtpV3Packet>> wrong =
        List.of(
            changed(it -> it.setMode(NtpV3Packet.MODE_CLIENT)),
            changed(it -> it.setLeapIndicator(NtpV3Packet.LI_ALARM_CONDITION)),
            changed(it -> it.setStratum(0)),
            changed(it -> it.setStratum(16)),
            changed(it -> it.setTransmitTime(new TimeStamp(0))),
            changed(it -> it.setOriginateTimeStamp(TimeStamp.getNtpTime(0))));
    for (UnaryOperator<NtpV3Packet> habit : wrong) {
      try (TimeServer server = TimeServer.of(Duration.ZERO, habit)) {
        assertThat(ahead(server, CLOCK)).isEmpty();
      }
    }
  }

  @Test
  void nobodyThere_isNoAnswer() {
    TimeServer gone = TimeServer.ahead(Duration.ZERO);
    gone.close();
    for (String address : List.of(gone.address(), "no-such-host.invalid")) {
      InetSocketAddress server = TimeServers.address(address);
      assertThat(new Sntp().ahead(server, Duration.ofMillis(200), CLOCK)).isEmpty();
    }
  }

  private static Optional<Duration> ahead(TimeServer server, Clock clock) {
    return new Sntp().ahead(TimeServers.address(server.address()), TIMEOUT, clock);
  }

  private static void near(Duration measured, long seconds) {
    assertThat(measured.minusSeconds(seconds).abs()).isLessThan(NEAR);
  }

  private static UnaryOperator<NtpV3Packet> changed(Consumer<NtpV3Packet> how) {
    return answer -> {
      how.accept(answer);
      return answer;
    };
  }
}
