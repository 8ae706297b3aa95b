package io.assay.office.posture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.apache.commons.net.ntp.NtpV3Impl;
import org.apache.commons.net.ntp.NtpV3Packet;
import org.apache.commons.net.ntp.TimeStamp;

/** A time server on a free port of this machine, which may be wrong or answer something else. */
final class TimeServer implements AutoCloseable {
  private final DatagramSocket socket;
  private final String address;
  private final Duration ahead;
  private final UnaryOperator<NtpV3Packet> habit;

  private TimeServer(Duration ahead, UnaryOperator<NtpV3Packet> habit) throws IOException {
    this.socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
    this.address = "127.0.0.1:" + socket.getLocalPort();
    this.ahead = ahead;
    this.habit = habit;
    Thread.ofPlatform().daemon().start(this::serve);
  }

  static TimeServer ahead(Duration ahead) {
    return of(ahead, answer -> answer);
  }

  /** One that changes every answer before it leaves. */
  static TimeServer of(Duration ahead, UnaryOperator<NtpV3Packet> habit) {
    try {
      return new TimeServer(ahead, habit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is, or was before it was closed. */
  String address() {
    return address;
  }

  private void serve() {
    try {
      while (true) {
        DatagramPacket question = new DatagramPacket(new byte[48], 48);
        socket.receive(question);
        NtpV3Impl asked = new NtpV3Impl();
        asked.setDatagramPacket(question);
        DatagramPacket answer = habit.apply(answer(asked)).getDatagramPacket();
        answer.setSocketAddress(question.getSocketAddress());
        socket.send(answer);
      }
    } catch (IOException closed) {
      socket.close();
    }
  }

  private NtpV3Packet answer(NtpV3Packet asked) {
    TimeStamp now = TimeStamp.getNtpTime(System.currentTimeMillis() + ahead.toMillis());
    NtpV3Packet answer = new NtpV3Impl();
    answer.setMode(NtpV3Packet.MODE_SERVER);
    answer.setVersion(asked.getVersion());
    answer.setStratum(2);
    answer.setOriginateTimeStamp(asked.getTransmitTimeStamp());
    answer.setReceiveTimeStamp(now);
    answer.setTransmitTime(now);
    return answer;
  }

  @Override
  public void close() {
    socket.close();
  }
}
