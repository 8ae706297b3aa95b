package io.assay.office.intake;

import io.assay.gateway.Duty;
import io.assay.office.OfficeConfig;
import io.assay.office.deadline.Deadlines;
import io.assay.office.deadline.LimitRule;
import io.assay.office.deadline.Limits;
import io.assay.office.intake.Reception.Received;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The three doors for programs, open to everybody without a token (Art. 12). */
@Duty("DS-12")
@RestController
@RequestMapping("/api/v1/intake/{door}")
@SecurityRequirements
class IntakeApi {
  private final Reception reception;
  private final Gate gate;
  private final Deadlines deadlines;
  private final Limits limits;
  private final Effort effort;
  private final IntakeNumbers numbers;
  private final OfficeConfig config;

  IntakeApi(
      Reception reception,
      Gate gate,
      Deadlines deadlines,
      Limits limits,
      Effort effort,
      IntakeNumbers numbers,
      OfficeConfig config) {
    this.reception = reception;
    this.gate = gate;
    this.deadlines = deadlines;
    this.limits = limits;
    this.effort = effort;
    this.numbers = numbers;
    this.config = config;
  }

  /**
   * What a door takes and promises today. With a {@code nonce} such that SHA-256 of {@code
   * challenge:nonce} begins with {@code bits} zero bits, more may be sent.
   */
  record Offer(
      Door door,
      List<String> topics,
      LimitRule acknowledge,
      LimitRule decide,
      String challenge,
      int bits,
      int fileLimit,
      int fileCount) {}

  /** The receipt code is told this once, and is the only way back to the case. */
  record Receipt(String receiptCode, String url, Status status) {}

  /** Where a case stands, as whoever brought it reads it. */
  record Status(
      OwnCase intake,
      @Nullable RefusalGround notAccepted,
      List<Term> deadlines,
      List<Line> history,
      List<Attachment> files) {}

  @GetMapping
  Offer offer(@PathVariable String door) {
    Door opened = door(door);
    return new Offer(
        opened,
        Topics.of(opened),
        limits.today(opened.acknowledge()),
        limits.today(opened.decide()),
        effort.challenge(),
        effort.bits(),
        numbers.fileBytes(),
        numbers.files());
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
  @Operation(
      requestBody =
          @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                      schema = @Schema(implementation = Filled.class))))
  ResponseEntity<Receipt> submit(
      @PathVariable String door,
      @Parameter(hidden = true) @ModelAttribute Filled filled,
      HttpServletRequest request,
      Locale locale) {
    Door opened = door(door);
    admit(filled, request);
    Received received = reception.submit(filled.form(opened, locale.getLanguage()), filled.files());
    String code = received.code().text();
    return answer(
        HttpStatus.CREATED,
        new Receipt(code, config.address(opened.path() + "/" + code), status(received.intake())));
  }

  @GetMapping("/{code}")
  ResponseEntity<Status> show(
      @PathVariable String door, @PathVariable String code, HttpServletRequest request) {
    reception.seen(mine(door, code, request), "interface");
    return answer(HttpStatus.OK, status(mine(door, code, request)));
  }

  @PostMapping(path = "/{code}/messages", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(
      requestBody =
          @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                      schema = @Schema(implementation = Filled.class))))
  ResponseEntity<Status> add(
      @PathVariable String door,
      @PathVariable String code,
      @Parameter(hidden = true) @ModelAttribute Filled filled,
      HttpServletRequest request) {
    reception.answer(mine(door, code, request), filled.text(), filled.files());
    return answer(HttpStatus.OK, status(mine(door, code, request)));
  }

  @PostMapping("/{code}/withdraw")
  ResponseEntity<Status> withdraw(
      @PathVariable String door, @PathVariable String code, HttpServletRequest request) {
    reception.withdraw(mine(door, code, request));
    return answer(HttpStatus.OK, status(mine(door, code, request)));
  }

  /** How content the complainant is with how they were heard; once, and when there is a result. */
  @PostMapping("/{code}/satisfaction")
  ResponseEntity<Status> rate(
      @PathVariable String door,
      @PathVariable String code,
      @RequestParam Satisfaction satisfaction,
      HttpServletRequest request) {
    reception.rate(mine(door, code, request), satisfaction);
    return answer(HttpStatus.OK, status(mine(door, code, request)));
  }

  private void admit(Filled filled, HttpServletRequest request) {
    if (!filled.admitted(gate, request.getRemoteAddr())) {
      throw new ResponseStatusException(
          HttpStatus.TOO_MANY_REQUESTS, "too often from this address; see GET for a challenge");
    }
  }

  private Status status(IntakeCase it) {
    return new Status(
        OwnCase.of(it),
        reception.ground(it).orElse(null),
        deadlines.about(it.id()).stream().map(Term::of).toList(),
        reception.timeline(it),
        reception.attachments(it));
  }

  private IntakeCase mine(String door, String code, HttpServletRequest request) {
    return gate.mine(door(door), code, request.getRemoteAddr());
  }

  private static <T> ResponseEntity<T> answer(HttpStatus status, T body) {
    return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(body);
  }

  private static Door door(String code) {
    return Door.named(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
