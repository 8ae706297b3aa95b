package io.assay.office.intake;

import io.assay.gateway.Duty;
import io.assay.office.approval.Approvals;
import io.assay.office.approval.Proposal;
import io.assay.office.content.ContentPurpose;
import io.assay.office.content.View.Part;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeDetail.File;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What an appeal is about: the handler sees it while they hold the case, the compliance officer
 * while a decision waits for them, and nobody who had a part in what is contested.
 */
@Duty("DS-12")
@Component
class ContestedContent implements ContentPurpose {
  static final String KIND = "appeal";
  private static final int MOST = 20;

  private final CaseStore cases;
  private final ExchangeIndex exchanges;
  private final ObjectProvider<Appealable> appealables;
  private final Approvals approvals;

  ContestedContent(
      CaseStore cases,
      ExchangeIndex exchanges,
      ObjectProvider<Appealable> appealables,
      Approvals approvals) {
    this.cases = cases;
    this.exchanges = exchanges;
    this.appealables = appealables;
    this.approvals = approvals;
  }

  /**
   * A text or a file of an exchange that is kept.
   *
   * @param field under which the vault keeps the file; empty for a text
   */
  record Piece(String exchange, Part part, String field) {}

  /** What this reader may look at. */
  List<Piece> pieces(IntakeCase it, SignedIn reader) {
    return mayLook(it, reader)
        ? exchanges(it).stream()
            .limit(MOST)
            .flatMap(id -> exchanges.find(id).stream())
            .flatMap(exchange -> kept(exchange).stream())
            .toList()
        : List.of();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean holds(SignedIn reader, String id, String exchange) {
    return cases
        .find(id)
        .filter(it -> mayLook(it, reader))
        .filter(it -> exchanges(it).contains(exchange))
        .isPresent();
  }

  private boolean mayLook(IntakeCase it, SignedIn reader) {
    return it.door() == Door.APPEAL
        && it.state().open()
        && !it.contested(reader.actor())
        && (it.heldBy(reader.actor()) || (reader.may(Right.CASE_APPROVE) && waits(it)));
  }

  private boolean waits(IntakeCase it) {
    return approvals.about(AppealApproval.KIND, it.id()).stream()
        .anyMatch(one -> one.state() == Proposal.State.OPEN);
  }

  private List<String> exchanges(IntakeCase it) {
    return appealables.stream()
        .flatMap(one -> one.find(it.about()).stream())
        .flatMap(contested -> contested.exchanges().stream())
        .toList();
  }

  private static List<Piece> kept(ExchangeDetail exchange) {
    String id = exchange.summary().id();
    List<Piece> pieces = new ArrayList<>();
    if (!exchange.input().commitment().isEmpty()) {
      pieces.add(new Piece(id, Part.INPUT, ""));
    }
    List<File> files = exchange.files().answer();
    exchange
        .files()
        .waiting()
        .forEach(file -> pieces.add(new Piece(id, Part.ATTACHMENT, file.field())));
    files.forEach(file -> pieces.add(new Piece(id, Part.OUTPUT, file.field())));
    if (files.isEmpty() && !exchange.output().commitment().isEmpty()) {
      pieces.add(new Piece(id, Part.OUTPUT, ""));
    }
    return pieces;
  }
}
