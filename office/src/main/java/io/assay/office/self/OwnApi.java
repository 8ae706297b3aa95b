package io.assay.office.self;

import io.assay.gateway.Duty;
import io.assay.office.OfficeConfig;
import io.assay.office.sanction.Sanction;
import io.assay.office.sanction.Sanctions;
import io.assay.office.sanction.Statement;
import io.assay.office.subject.SubjectService;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What an end user's program reads about that end user; the address is the only credential. */
@Duty({"DS-10", "DS-12"})
@RestController
@RequestMapping("/api/v1/my/{token}")
@SecurityRequirements
class OwnApi {
  private final SubjectService subjects;
  private final Sanctions sanctions;
  private final OfficeConfig config;
  private final Clock clock;

  OwnApi(SubjectService subjects, Sanctions sanctions, OfficeConfig config, Clock clock) {
    this.subjects = subjects;
    this.sanctions = sanctions;
    this.config = config;
    this.clock = clock;
  }

  /** A sanction as its subject reads it; {@code appealUrl} is null when no appeal is taken. */
  record Decision(
      String id,
      Statement statement,
      Sanction.State state,
      @Nullable Instant endedAt,
      @Nullable Instant appealUntil,
      @Nullable Instant finalAt,
      String decisionUrl,
      @Nullable String appealUrl) {}

  record Page(List<Decision> sanctions) {}

  /** Every sanction there was, the newest first. */
  @GetMapping("/sanctions")
  Page sanctions(@PathVariable String token) {
    String subject =
        subjects
            .findByToken(token)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
            .id();
    return new Page(sanctions.of(subject).stream().map(this::decision).toList());
  }

  private Decision decision(Sanction it) {
    return new Decision(
        it.id(),
        it.statement(),
        it.state(),
        it.endedAt(),
        it.appealUntil(),
        it.finalAt(),
        config.address(Sanction.decisionPath(it.id())),
        it.contestable(clock.instant()) ? config.address(Sanction.appealPath(it.id())) : null);
  }
}
