package io.assay.office.management;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.approval.Approvals;
import io.assay.office.approval.Proposal;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/management-systems")
@Allowed(Right.DOCUMENT_READ)
class SystemApi {
  private final ManagementSystems systems;
  private final Approvals approvals;

  SystemApi(ManagementSystems systems, Approvals approvals) {
    this.systems = systems;
    this.approvals = approvals;
  }

  record Reason(String reason) {}

  record Held(LocalDate heldOn, String findings) {}

  /** A system with all that was ever drafted and drilled. */
  record View(SystemStatus status, List<Edition> editions, List<Drill> drills) {}

  @GetMapping
  List<SystemStatus> list() {
    return systems.all();
  }

  @GetMapping("/{slug}")
  View show(@PathVariable String slug) {
    ManagementSystem system = system(slug);
    return new View(systems.status(system), systems.editions(system), systems.drills(system));
  }

  @PutMapping("/{slug}/draft")
  @Allowed(Right.DOCUMENT_WRITE)
  Edition draft(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String slug,
      @RequestBody Charter charter) {
    return systems.draft(system(slug), charter, member.actor());
  }

  @PostMapping("/{slug}/submit")
  @Allowed(Right.DOCUMENT_WRITE)
  Proposal submit(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String slug,
      @RequestBody Reason why) {
    Edition draft =
        systems.editions(system(slug)).stream()
            .filter(it -> !it.approved())
            .findFirst()
            .orElseThrow(() -> new ActionRefusedException("management.unknown"));
    return approvals.propose(EditionApproval.wanted(draft, why.reason()), member);
  }

  @PostMapping("/{slug}/drills")
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.DOCUMENT_WRITE)
  Drill drill(
      @AuthenticationPrincipal SignedIn member, @PathVariable String slug, @RequestBody Held held) {
    return systems.drilled(system(slug), held.heldOn(), held.findings(), member.actor());
  }

  private static ManagementSystem system(String slug) {
    return ManagementSystem.of(slug)
        .orElseThrow(() -> new ActionRefusedException("management.unknown"));
  }
}
