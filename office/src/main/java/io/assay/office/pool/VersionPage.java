package io.assay.office.pool;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import io.assay.review.pool.PoolCsv;
import io.assay.review.pool.PoolDiff;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The versions of the pool, what each changed, and the way back to any of them. */
@Controller
@Allowed(Right.POOL_READ)
class VersionPage {
  private static final int PAGE = 50;

  private final Versions versions;
  private final Procedure procedure;

  VersionPage(Versions versions, Procedure procedure) {
    this.versions = versions;
    this.procedure = procedure;
  }

  @GetMapping("/pool/versions")
  String list(@RequestParam(defaultValue = "0") long before, Model model) {
    List<PoolVersion> page = versions.before(before > 0 ? before : Long.MAX_VALUE, PAGE + 1);
    boolean more = page.size() > PAGE;
    model.addAttribute("versions", more ? page.subList(0, PAGE) : page);
    model.addAttribute("older", more ? page.get(PAGE - 1).number() : 0);
    model.addAttribute("inForce", versions.number());
    return "pool/versions";
  }

  @GetMapping("/pool/versions/{number}")
  String show(@PathVariable long number, Model model) {
    PoolVersion version = found(number);
    model.addAttribute("version", version);
    model.addAttribute("inForce", versions.number());
    model.addAttribute(
        "diff",
        number == 1 ? null : PoolDiff.between(versions.pool(number - 1), versions.pool(number)));
    return "pool/version";
  }

  /** The whole version as a pool file. */
  @GetMapping("/pool/versions/{number}/pool.csv")
  ResponseEntity<byte[]> file(@PathVariable long number) {
    PoolVersion version = found(number);
    StringBuilder csv = new StringBuilder();
    PoolCsv.write(versions.pool(number).features(), csv);
    ContentDisposition saved =
        ContentDisposition.attachment().filename(version.name() + ".csv").build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .body(csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping("/pool/versions/{number}/rollback")
  @Allowed(Right.POOL_APPROVE)
  String rollBack(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable long number,
      HttpServletResponse response,
      Model model) {
    try {
      procedure.rollBack(number, member);
      return "redirect:/pool/versions";
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
      return list(0, model);
    }
  }

  private PoolVersion found(long number) {
    return versions
        .find(number)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
