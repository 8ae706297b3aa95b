package io.assay.office.pool;

import io.assay.office.Cursor;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import io.assay.review.Direction;
import io.assay.review.pool.Coverage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/pool")
@Allowed(Right.POOL_READ)
class PoolApi {
  private final Register register;
  private final Procedure procedure;
  private final Replays replays;
  private final Versions versions;
  private final TestBench bench;
  private final FileBench files;
  private final Fingerprints fingerprints;

  PoolApi(
      Register register,
      Procedure procedure,
      Replays replays,
      Versions versions,
      TestBench bench,
      FileBench files,
      Fingerprints fingerprints) {
    this.register = register;
    this.procedure = procedure;
    this.replays = replays;
    this.versions = versions;
    this.bench = bench;
    this.files = files;
    this.fingerprints = fingerprints;
  }

  /** A page; {@code next} is the {@code before} of the following one, empty on the last. */
  record Page(List<FeatureView> features, String next) {}

  /** One feature with its life and its replays. */
  record Whole(FeatureView feature, List<LifeEvent> life, List<ReplayRun> replays) {}

  record Note(@Nullable String note) {
    String text() {
      return note == null ? "" : note;
    }
  }

  record Text(String text, @Nullable Direction direction, @Nullable String feature) {}

  /** The versions in force and before; {@code next} is the {@code before} of the following page. */
  record History(List<PoolVersion> versions, long next) {}

  @GetMapping("/features")
  Page list(@ModelAttribute PoolQuery query, @RequestParam(defaultValue = "50") int limit) {
    FeaturePage page = register.list(query.filter(), query.cursor(), limit);
    return new Page(
        page.features().stream().map(FeatureView::of).toList(),
        page.next().map(Cursor::toString).orElse(""));
  }

  @GetMapping("/features/{id}")
  Whole show(@PathVariable String id) {
    return new Whole(view(id), register.life(id), replays.of(id));
  }

  @PostMapping("/features")
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.POOL_WRITE)
  FeatureView propose(@AuthenticationPrincipal SignedIn member, @RequestBody Draft draft) {
    return FeatureView.of(procedure.propose(draft, PoolFeature.Origin.STAFF, "", member));
  }

  /** The fingerprint of a picture or a short sound; the file is not kept. */
  @PostMapping("/fingerprints")
  @Allowed(Right.POOL_WRITE)
  Fingerprints.Taken fingerprint(HttpServletRequest request) throws IOException {
    return fingerprints.of(request.getInputStream().readNBytes(Fingerprints.LARGEST + 1));
  }

  /** An emergency entry: in force when this returns, reviewed by a second person afterwards. */
  record Emergency(Draft feature, @Nullable String reason) {}

  @PostMapping("/emergencies")
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.POOL_WRITE)
  FeatureView enter(@AuthenticationPrincipal SignedIn member, @RequestBody Emergency emergency) {
    String reason = Optional.ofNullable(emergency.reason()).orElse("");
    PoolFeature entered = procedure.enterInEmergency(emergency.feature(), reason, member);
    replays.run(entered.id(), member);
    return view(entered.id());
  }

  @PostMapping("/features/{id}/replay")
  @Allowed({Right.POOL_WRITE, Right.POOL_APPROVE})
  ReplayRun replay(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    return replays.run(id, member);
  }

  @PostMapping("/features/{id}/withdraw")
  @Allowed(Right.POOL_WRITE)
  FeatureView withdraw(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    procedure.withdraw(id, member);
    return view(id);
  }

  @PostMapping("/features/{id}/approve")
  @Allowed({Right.POOL_APPROVE, Right.POOL_WRITE})
  FeatureView approve(
      @AuthenticationPrincipal SignedIn member, @PathVariable String id, @RequestBody Note note) {
    procedure.approve(id, note.text(), member);
    return view(id);
  }

  @PostMapping("/features/{id}/reject")
  @Allowed(Right.POOL_APPROVE)
  FeatureView reject(
      @AuthenticationPrincipal SignedIn member, @PathVariable String id, @RequestBody Note note) {
    procedure.reject(id, note.text(), member);
    return view(id);
  }

  @PostMapping("/features/{id}/shadow")
  @Allowed({Right.POOL_APPROVE, Right.POOL_WRITE})
  FeatureView shadow(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    procedure.shadow(id, member);
    return view(id);
  }

  @PostMapping("/features/{id}/activate")
  @Allowed({Right.POOL_APPROVE, Right.POOL_WRITE})
  FeatureView activate(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    procedure.activate(id, member);
    return view(id);
  }

  @PostMapping("/features/{id}/retire")
  @Allowed(Right.POOL_APPROVE)
  FeatureView retire(
      @AuthenticationPrincipal SignedIn member, @PathVariable String id, @RequestBody Note note) {
    procedure.retire(id, note.text(), member);
    return view(id);
  }

  @GetMapping("/versions")
  History versions(
      @RequestParam(defaultValue = "0") long before, @RequestParam(defaultValue = "50") int limit) {
    int size = Math.clamp(limit, 1, 200);
    List<PoolVersion> page = versions.before(before > 0 ? before : Long.MAX_VALUE, size);
    return new History(page, page.size() < size ? 0 : page.getLast().number());
  }

  @PostMapping("/versions/{number}/rollback")
  @Allowed(Right.POOL_APPROVE)
  PoolVersion rollBack(@AuthenticationPrincipal SignedIn member, @PathVariable long number) {
    return procedure.rollBack(number, member);
  }

  @GetMapping("/coverage")
  Coverage coverage() {
    return register.coverage();
  }

  @PostMapping("/try")
  TestBench.Answer run(@RequestBody Text text) {
    return bench.run(
        text.text(),
        Optional.ofNullable(text.direction()).orElse(Direction.INPUT),
        Optional.ofNullable(text.feature()).orElse(""));
  }

  /**
   * What the hashes of the pool, and each of its versions, say of a picture or a sound; the file is
   * not kept.
   */
  @PostMapping("/try/file")
  @Operation(
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                      schema = @Schema(type = "string", format = "binary"))))
  FileBench.Answer file(
      @RequestParam(defaultValue = "OUTPUT") Direction direction,
      @RequestParam(defaultValue = "") String feature,
      HttpServletRequest request)
      throws IOException {
    byte[] file = request.getInputStream().readNBytes(Fingerprints.LARGEST + 1);
    return files.run(file, direction, feature.strip());
  }

  private FeatureView view(String id) {
    return register
        .find(id)
        .map(FeatureView::of)
        .orElseThrow(() -> new ActionRefusedException("pool.feature.unknown"));
  }
}
