package io.assay.office.rumor;

/** Drafts the report to the authority that a refuted rumor has to be followed by (Art. 11). */
public interface AuthorityReports {
  /** The identifier of the report that was drafted from the rumor. */
  String draft(Rumor rumor, int affected, int told, String actor);
}
