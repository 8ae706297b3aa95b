package io.assay.office.posture;

import io.assay.office.intake.Door;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What is wrong, on purpose, for everything that tries the gateway or reads a public page. */
@Component
class GatewayFaults {
  /** Whoever gets a fault. */
  static final List<String> CANARIES =
      List.of("UNVERIFIED", "KNOWN_BAD", "KNOWN_GOOD", "PAGE", "FORM", "PROMISE", "DOCUMENT");

  private static final String NOWHERE = "<p>Words that no page says.</p>";

  private final Attempt attempt;
  private final PromiseProbe promises;

  GatewayFaults(Attempt attempt, PromiseProbe promises) {
    this.attempt = attempt;
    this.promises = promises;
  }

  /**
   * A member of the public who may generate.
   *
   * @param key of somebody verified
   */
  record Caller(GatewayDoor door, String key, String model) {}

  /**
   * The faults.
   *
   * @param good a prompt that passes
   * @param bad a prompt that is blocked
   * @param address of a path where the public finds it
   */
  List<Fault> of(Caller caller, String good, String bad, UnaryOperator<String> address) {
    GatewayDoor door = caller.door();
    String key = caller.key();
    String model = caller.model();
    return List.of(
        Fault.of("UNVERIFIED", () -> attempt.publishUnverified(door, key)),
        Fault.of("KNOWN_BAD", () -> attempt.promptBad(door, key, model, good)),
        Fault.of("KNOWN_GOOD", () -> attempt.promptGood(door, key, model, bad)),
        Fault.of("PAGE", () -> attempt.openPage(address.apply("/no-such-door"))),
        Fault.of("FORM", () -> attempt.openForm(address.apply("/process"))),
        Fault.of("PROMISE", () -> promises.readWrongly(Door.APPEAL, address)),
        Fault.of(
            "DOCUMENT",
            () -> attempt.pageSays(address.apply("/process"), Locale.ENGLISH, NOWHERE)));
  }
}
