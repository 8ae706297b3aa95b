package io.assay.app;

import io.assay.office.approval.Approvals;
import io.assay.office.staff.Role;
import io.assay.office.staff.StaffService;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Somebody appeals at the public door, a handler decides, and the compliance officer agrees. */
final class Appeal {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Premises premises;
  private final String about;

  private Appeal(Premises premises, String about) {
    this.premises = premises;
    this.about = about;
  }

  /** Lodges an appeal against a decision, and has it upheld, with words to allow or none. */
  static String upheld(Premises premises, String about, String phrase) {
    var appeal = new Appeal(premises, about);
    appeal.lodge();
    return appeal.uphold(phrase);
  }

  private void lodge() {
    try (var user = new Visitor()) {
      var offer = JSON.readTree(user.get(at("/api/v1/intake/appeal")).body());
      var challenge = offer.path("challenge").asString();
      var form = new HashMap<String, String>();
      form.put("about", about);
      form.put("text", "It is harmless.");
      form.put("challenge", challenge);
      form.put("nonce", nonce(challenge, offer.path("bits").asInt()));
      var received = user.submit(at("/appeal"), at("/appeal"), form);
      if (received.statusCode() != 200) {
        throw new AssertionError(received.body());
      }
    }
  }

  private String uphold(String phrase) {
    var id =
        premises
            .office(JdbcClient.class)
            .sql("select id from intake.case where about = ?")
            .param(about)
            .query(String.class)
            .single();
    try (var handler = member("handler-" + id, Role.CASE_HANDLER);
        var officer = member("officer-" + id, Role.COMPLIANCE_OFFICER)) {
      handler.submit(at("/approvals"), at("/cases/" + id + "/claim"), Map.of());
      handler.submit(
          at("/approvals"),
          at("/cases/" + id + "/decide"),
          Map.of("finding", "UPHELD", "text", "It is harmless indeed.", "phrase", phrase));
      var proposal = premises.office(Approvals.class).about("intake.appeal", id).getFirst().id();
      officer.submit(at("/approvals"), at("/approvals/" + proposal + "/approve"), Map.of());
    }
    return id;
  }

  /** A new member of staff, signed in. */
  private Visitor member(String name, Role role) {
    if (!(premises.office(StaffService.class).create(name, Set.of(role), "system")
        instanceof StaffService.Outcome.Created created)) {
      throw new AssertionError("no member " + name);
    }
    var visitor = new Visitor();
    var once = created.oneTimePassword();
    visitor.submit(at("/sign-in"), at("/sign-in"), Map.of("username", name, "password", once));
    visitor.submit(
        at("/account/password"),
        at("/account/password"),
        Map.of(
            "current", once, "next", "a password of my own", "repeated", "a password of my own"));
    return visitor;
  }

  private String at(String path) {
    return premises.officeUrl() + path;
  }

  /** The little work that the door asks of a browser. */
  private static String nonce(String challenge, int bits) {
    for (long nonce = 0; ; nonce++) {
      var hash = sha256(challenge + ":" + nonce);
      if (new BigInteger(1, hash).bitLength() <= 8 * hash.length - bits) {
        return Long.toString(nonce);
      }
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
