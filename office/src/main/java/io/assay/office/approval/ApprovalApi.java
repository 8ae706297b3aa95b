package io.assay.office.approval;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.staff.SignedIn;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Proposals that concern the member, in the words of the page and the language asked for. */
@RestController
@RequestMapping("/api/v1/approvals")
class ApprovalApi {
  private static final int MOST = 200;

  private final Approvals approvals;
  private final PlainWords words;

  ApprovalApi(Approvals approvals, PlainWords words) {
    this.approvals = approvals;
    this.words = words;
  }

  record Note(String note) {}

  /** A page; {@code next} is the {@code after} of the following one, empty on the last. */
  record Page(List<PlainProposal> approvals, String next) {}

  /** What waits for its second person, the oldest first. */
  @GetMapping
  Page open(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit,
      Locale language) {
    return page(
        approvals.openFor(member, Cursor.parse(after), Math.clamp(limit, 1, MOST)),
        member,
        language);
  }

  /** What was decided, the newest first. */
  @GetMapping("/decided")
  Page decided(
      @AuthenticationPrincipal SignedIn member,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit,
      Locale language) {
    return page(
        approvals.decidedFor(member, Cursor.parse(after), Math.clamp(limit, 1, MOST)),
        member,
        language);
  }

  @GetMapping("/{id}")
  PlainProposal show(
      @AuthenticationPrincipal SignedIn member, @PathVariable String id, Locale language) {
    return approvals
        .findFor(member, id)
        .map(it -> words.of(it, member, language))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping("/{id}/approve")
  PlainProposal approve(
      @AuthenticationPrincipal SignedIn member, @PathVariable String id, Locale language) {
    approvals.approve(id, member);
    return show(member, id, language);
  }

  @PostMapping("/{id}/reject")
  PlainProposal reject(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody Note note,
      Locale language) {
    approvals.reject(id, note.note(), member);
    return show(member, id, language);
  }

  @PostMapping("/{id}/withdraw")
  PlainProposal withdraw(
      @AuthenticationPrincipal SignedIn member, @PathVariable String id, Locale language) {
    approvals.withdraw(id, member);
    return show(member, id, language);
  }

  private Page page(Slice<Proposal> slice, SignedIn member, Locale language) {
    return new Page(words.of(slice.rows(), member, language), slice.next());
  }
}
