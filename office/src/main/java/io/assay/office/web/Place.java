package io.assay.office.web;

import io.assay.office.staff.Right;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A place in the office's navigation, in the order in which it is offered. */
public enum Place {
  OVERVIEW(Section.TODAY, "layout-dashboard", List.of(), "/overview"),
  EXCHANGES(Section.TODAY, "arrows-exchange", List.of(Right.EXCHANGE_READ), "/exchanges"),
  APPROVALS(Section.TODAY, "users-group", List.of(), "/approvals"),
  DEADLINES(
      Section.TODAY,
      "calendar-due",
      List.of(
          Right.CASE_READ,
          Right.REPORT_READ,
          Right.CONTROL_READ,
          Right.DECISION_READ,
          Right.POOL_READ),
      "/deadlines",
      "/limits",
      "/calendars"),

  PUBLICATIONS(Section.REVIEW, "news", List.of(Right.PUBLICATION_READ), "/publications"),
  NEWS(Section.REVIEW, "speakerphone", List.of(Right.PUBLICATION_READ), "/news"),
  REVIEWS(Section.REVIEW, "list-check", List.of(Right.DECISION_READ), "/reviews"),
  POOL(Section.REVIEW, "stack-2", List.of(Right.POOL_READ), "/pool"),

  CASES(Section.CASES, "inbox", List.of(Right.CASE_READ), "/cases"),
  SANCTIONS(Section.CASES, "gavel", List.of(Right.SANCTION_READ), "/sanctions"),
  DISPOSALS(Section.CASES, "shield-check", List.of(Right.REPORT_READ), "/disposals"),
  AUTHORITY_REPORTS(
      Section.CASES, "report", List.of(Right.REPORT_READ), "/authority-reports", "/authorities"),
  TAMPERING(Section.CASES, "eraser", List.of(Right.REPORT_READ), "/tampering"),
  RUMORS(
      Section.CASES, "message-report", List.of(Right.REPORT_READ, Right.DECISION_READ), "/rumors"),

  TENANTS(
      Section.ACCESS,
      "building-bank",
      List.of(Right.ACCESS_READ),
      "/tenants",
      "/subjects",
      "/keys"),
  STAFF(Section.ACCESS, "users", List.of(Right.STAFF_READ), "/staff"),
  NOTICES(Section.ACCESS, "bell", List.of(Right.SYSTEM_WRITE, Right.STAFF_READ), "/notices"),

  POSTURE(Section.LAW, "shield-check", List.of(Right.CONTROL_READ), "/posture"),
  PAPERS(Section.LAW, "file-certificate", List.of(Right.DOCUMENT_READ), "/papers"),
  SYSTEMS(Section.LAW, "list-check", List.of(Right.DOCUMENT_READ), "/systems"),
  POLICIES(Section.LAW, "settings", List.of(Right.DOCUMENT_READ), "/policies"),

  DOCUMENTS(Section.PUBLIC, "book-2", List.of(), "/documents"),
  REFUTATIONS(Section.PUBLIC, "speakerphone", List.of(), "/refutations"),
  VERIFY(Section.PUBLIC, "certificate", List.of(), "/verify");

  /** A heading of the navigation. */
  public enum Section {
    TODAY,
    REVIEW,
    CASES,
    ACCESS,
    LAW,
    PUBLIC;

    public String word() {
      return "nav.section." + name().toLowerCase(Locale.ROOT);
    }
  }

  private final Section section;
  private final String icon;
  private final List<Right> rights;
  private final List<String> paths;

  Place(Section section, String icon, List<Right> rights, String... paths) {
    this.section = section;
    this.icon = icon;
    this.rights = rights;
    this.paths = List.of(paths);
  }

  public String path() {
    return paths.getFirst();
  }

  public String icon() {
    return icon;
  }

  public String word() {
    return "nav." + name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is offered to members with these rights; one that asks for none, to everybody. */
  boolean openTo(Site site) {
    return rights.isEmpty() || site.may(rights.toArray(Right[]::new));
  }

  boolean holds(Site site) {
    return site.within(paths.toArray(String[]::new));
  }

  static Stream<Place> of(Section section) {
    return Stream.of(values()).filter(place -> place.section == section);
  }
}
