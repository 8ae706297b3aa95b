package io.assay.gateway.http;

import static java.util.Objects.requireNonNull;

import io.assay.gateway.journal.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why an exchange ends without a product, in the error shape of the OpenAI API.
 *
 * @param param which part of the request, when it is one
 * @param details further fields of the error object
 * @param headers further headers of the reply
 */
public record Refusal(
    int status,
    String type,
    String code,
    String message,
    Optional<String> param,
    Outcome outcome,
    Map<String, String> details,
    Map<String, String> headers) {
  public Refusal {
    requireNonNull(type, "type");
    requireNonNull(code, "code");
    requireNonNull(message, "message");
    requireNonNull(param, "param");
    requireNonNull(outcome, "outcome");
    details = Map.copyOf(details);
    headers = Map.copyOf(headers);
  }

  private static Refusal of(int status, String type, String code, String message, Outcome outcome) {
    return new Refusal(status, type, code, message, Optional.empty(), outcome, Map.of(), Map.of());
  }

  public static Refusal badRequest(String code, String message, String param) {
    return of(400, "invalid_request_error", code, message, Outcome.REFUSED).at(param);
  }

  public static Refusal unknownKey() {
    return of(
        401,
        "authentication_error",
        "invalid_api_key",
        "The API key is missing, unknown or revoked. Send it as 'Authorization: Bearer <key>'.",
        Outcome.REFUSED);
  }

  public static Refusal unverified(String verifyUrl) {
    return of(
            403,
            "permission_error",
            "identity_required",
            "The real identity of this user is not verified. Verify it at " + verifyUrl,
            Outcome.REFUSED)
        .with("verify_url", verifyUrl);
  }

  /** The rules in force are not accepted (Art. 8). */
  public static Refusal acceptanceDue(List<String> documents, String acceptUrl) {
    return of(
            403,
            "permission_error",
            "document_acceptance_required",
            "This user has not accepted the rules in force. Read and accept them at " + acceptUrl,
            Outcome.REFUSED)
        .with("documents", String.join(" ", documents))
        .with("accept_url", acceptUrl);
  }

  /** The subject has not acknowledged of what it has to be reminded first (Art. 8, 14). */
  public static Refusal reminderDue(List<String> moments, String remindUrl) {
    return of(
            403,
            "permission_error",
            "reminder_required",
            "This user has to acknowledge a reminder of duties first, at " + remindUrl,
            Outcome.REFUSED)
        .with("reminders", String.join(" ", moments))
        .with("remind_url", remindUrl);
  }

  public static Refusal suspended(String reason, Optional<Instant> until, String appealUrl) {
    return of(
            403,
            "permission_error",
            "account_suspended",
            "This account is suspended" + until(until) + ": " + reason + ". Appeal at " + appealUrl,
            Outcome.REFUSED)
        .ending(until, appealUrl);
  }

  public static Refusal limited(
      String capability, String reason, Optional<Instant> until, String appealUrl) {
    return of(
            403,
            "permission_error",
            "capability_limited",
            "This account may not use %s%s: %s. Appeal at %s"
                .formatted(capability, until(until), reason, appealUrl),
            Outcome.REFUSED)
        .ending(until, appealUrl);
  }

  private static String until(Optional<Instant> end) {
    return end.map(it -> " until " + it).orElse("");
  }

  private Refusal ending(Optional<Instant> until, String appealUrl) {
    var told = with("appeal_url", appealUrl);
    return until.map(it -> told.with("ends_at", it.toString())).orElse(told);
  }

  public static Refusal blockedInput(String param, String caseId) {
    return of(
            400,
            "invalid_request_error",
            "content_policy_violation",
            "The request contains content that this service may not process. Case " + caseId + ".",
            Outcome.BLOCKED_INPUT)
        .at(param)
        .under(caseId);
  }

  public static Refusal blockedOutput(String caseId) {
    return of(
            400,
            "invalid_request_error",
            "content_policy_violation",
            "The generated content may not be delivered. Case " + caseId + ".",
            Outcome.BLOCKED_OUTPUT)
        .under(caseId);
  }

  /** A picture or a sound that nobody can compare does not go in. */
  public static Refusal unreadable(String where) {
    return badRequest(
        "unreadable_media",
        "The file at "
            + where
            + " cannot be decoded, or is a sound of over 30 minutes. Send it whole and shorter.",
        where);
  }

  /** Taken in and not public: a person looks at it first. */
  public static Refusal held(String code, String message) {
    return of(202, "held", code, message, Outcome.REFUSED);
  }

  /** The request or its answer waits for a person; once released, the same content passes. */
  public static Refusal held(String caseId) {
    return of(
            400,
            "invalid_request_error",
            "content_held",
            "This content waits for review. Send the same again once review "
                + caseId
                + " has released it.",
            Outcome.HELD)
        .with("review_id", caseId)
        .under(caseId);
  }

  /** A disposal case contains it (Art. 10), for as long as that case says. */
  public static Refusal contained(String number) {
    return of(
            410,
            "invalid_request_error",
            "content_contained",
            "The provider of this service has contained the content "
                + number
                + " and does not hand it out. Its author may appeal to the provider.",
            Outcome.REFUSED)
        .header("Cache-Control", "no-store");
  }

  public static Refusal notFound(String path) {
    return of(
        404,
        "invalid_request_error",
        "unknown_url",
        "This gateway does not serve " + path + ".",
        Outcome.REFUSED);
  }

  /** The registers have been out of reach for too long, so that nothing can be decided. */
  public static Refusal closed() {
    return unavailable("registers_unavailable", "The service is closed for the moment.");
  }

  /** The gateway or the upstream failed: closed, and the caller may try again. */
  public static Refusal unavailable(String code, String message) {
    return of(503, "server_error", code, message, Outcome.FAILED);
  }

  public Refusal at(String place) {
    return new Refusal(status, type, code, message, Optional.of(place), outcome, details, headers);
  }

  public Refusal with(String detail, String value) {
    var more = new TreeMap<>(details);
    more.put(detail, value);
    return new Refusal(status, type, code, message, param, outcome, more, headers);
  }

  public Refusal header(String name, String value) {
    var more = new TreeMap<>(headers);
    more.put(name, value);
    return new Refusal(status, type, code, message, param, outcome, details, more);
  }

  private Refusal under(String caseId) {
    return header("x-assay-case", caseId);
  }

  /** {@code {"error": {message, type, param, code, …}}}. */
  public ObjectNode body() {
    var body = Json.object();
    var error = body.putObject("error");
    error.put("message", message);
    error.put("type", type);
    error.put("param", param.orElse(null));
    error.put("code", code);
    details.forEach(error::put);
    return body;
  }

  public void send(Inbound inbound) {
    inbound.send(status, "application/json", headers, Json.bytes(body()));
  }
}
