package io.assay.office.intake;

import io.assay.office.intake.CaseFile.Sent;
import io.assay.office.intake.Effort.Proof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Lets the public in, through the pages and through the interface alike, and not too often. */
@Component
class Gate {
  private final Reception reception;
  private final Effort effort;
  private final Turnstile turnstile;

  Gate(Reception reception, Effort effort, Turnstile turnstile) {
    this.reception = reception;
    this.effort = effort;
    this.turnstile = turnstile;
  }

  /** Whether a form from that address may come in now, with the work that its browser did. */
  boolean admits(String address, String challenge, String nonce) {
    return turnstile.admits(address, effort.check(challenge, nonce));
  }

  /** Whether a program may send something now: rarely without work, more often with it. */
  boolean admitsProgram(String address, String challenge, String nonce) {
    return turnstile.admits(
        address, challenge.isEmpty() ? Proof.PATIENCE : effort.check(challenge, nonce));
  }

  /**
   * The case of a receipt code.
   *
   * @throws ResponseStatusException 404 when there is none, 429 after too many tries
   */
  IntakeCase mine(Door door, String code, String address) {
    return ReceiptCode.parse(code)
        .flatMap(it -> reception.byCode(door, it))
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    turnstile.admitsCode(address)
                        ? HttpStatus.NOT_FOUND
                        : HttpStatus.TOO_MANY_REQUESTS));
  }

  /** The code as it was typed, when it opens a case and was not tried too often. */
  boolean opens(Door door, ReceiptCode code, String address) {
    return turnstile.admitsCode(address) && reception.byCode(door, code).isPresent();
  }

  static List<Sent> sent(@Nullable List<MultipartFile> files) {
    List<Sent> sent = new ArrayList<>();
    for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
      if (!file.isEmpty()) {
        String name = file.getOriginalFilename();
        sent.add(new Sent(name == null ? "" : name, bytes(file)));
      }
    }
    return sent;
  }

  private static byte[] bytes(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
