package io.assay.office.staff;

import static io.assay.office.staff.Role.AUDIT_ADMIN;
import static io.assay.office.staff.Role.CASE_HANDLER;
import static io.assay.office.staff.Role.COMPLIANCE_OFFICER;
import static io.assay.office.staff.Role.INSPECTOR;
import static io.assay.office.staff.Role.POOL_APPROVER;
import static io.assay.office.staff.Role.POOL_EDITOR;
import static io.assay.office.staff.Role.PRIVACY_OFFICER;
import static io.assay.office.staff.Role.REVIEWER;
import static io.assay.office.staff.Role.SECURITY_ADMIN;
import static io.assay.office.staff.Role.SENIOR_REVIEWER;
import static io.assay.office.staff.Role.SYSTEM_ADMIN;

import java.util.Set;

/**
 * The permission matrix: what there is to be allowed, and which roles hold it. The system
 * administrator sees no content, the audit administrator reads every action and changes nothing,
 * and nobody may write a control's result, so there is no such right.
 */
public enum Right {
  SYSTEM_WRITE(SYSTEM_ADMIN),
  STAFF_READ(SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN),
  STAFF_WRITE(SYSTEM_ADMIN),
  STAFF_APPROVE(SECURITY_ADMIN),

  ACCESS_READ(SECURITY_ADMIN, AUDIT_ADMIN, COMPLIANCE_OFFICER),
  ACCESS_WRITE(SECURITY_ADMIN),
  IDENTITY_READ(SECURITY_ADMIN, AUDIT_ADMIN, COMPLIANCE_OFFICER, PRIVACY_OFFICER),
  IDENTITY_REVEAL(COMPLIANCE_OFFICER, PRIVACY_OFFICER),

  LEDGER_READ(AUDIT_ADMIN, COMPLIANCE_OFFICER, INSPECTOR),
  EXCHANGE_READ(
      AUDIT_ADMIN, COMPLIANCE_OFFICER, REVIEWER, SENIOR_REVIEWER, CASE_HANDLER, INSPECTOR),
  /** Content in the clear, for a task or a case that the reader holds, or within an order. */
  CONTENT_READ(
      REVIEWER, SENIOR_REVIEWER, CASE_HANDLER, COMPLIANCE_OFFICER, PRIVACY_OFFICER, INSPECTOR),

  DECISION_READ(
      AUDIT_ADMIN, REVIEWER, SENIOR_REVIEWER, CASE_HANDLER, COMPLIANCE_OFFICER, INSPECTOR),
  DECISION_WRITE(REVIEWER, SENIOR_REVIEWER),
  DECISION_QUALITY(SENIOR_REVIEWER),

  POOL_READ(
      AUDIT_ADMIN, SENIOR_REVIEWER, POOL_EDITOR, POOL_APPROVER, COMPLIANCE_OFFICER, INSPECTOR),
  POOL_WRITE(POOL_EDITOR),
  POOL_APPROVE(POOL_APPROVER),

  SANCTION_READ(
      AUDIT_ADMIN, REVIEWER, SENIOR_REVIEWER, CASE_HANDLER, COMPLIANCE_OFFICER, INSPECTOR),
  /** To warn or limit, and to propose more. */
  SANCTION_WRITE(REVIEWER, SENIOR_REVIEWER),
  SUSPENSION_APPROVE(SENIOR_REVIEWER),
  CLOSURE_APPROVE(COMPLIANCE_OFFICER),

  CASE_READ(AUDIT_ADMIN, CASE_HANDLER, COMPLIANCE_OFFICER, INSPECTOR),
  CASE_WRITE(CASE_HANDLER),
  CASE_APPROVE(COMPLIANCE_OFFICER),

  REPORT_READ(AUDIT_ADMIN, CASE_HANDLER, COMPLIANCE_OFFICER, INSPECTOR),
  REPORT_WRITE(CASE_HANDLER),
  REPORT_APPROVE(COMPLIANCE_OFFICER),

  PUBLICATION_READ(
      AUDIT_ADMIN, REVIEWER, SENIOR_REVIEWER, CASE_HANDLER, COMPLIANCE_OFFICER, INSPECTOR),
  /** To contain, release, correct and recall what is public. */
  PUBLICATION_WRITE(SENIOR_REVIEWER, CASE_HANDLER),
  NEWS_WRITE(COMPLIANCE_OFFICER),
  DOCUMENT_READ(AUDIT_ADMIN, COMPLIANCE_OFFICER, INSPECTOR),
  DOCUMENT_WRITE(COMPLIANCE_OFFICER),
  DOCUMENT_APPROVE(COMPLIANCE_OFFICER),

  CONTROL_READ(SECURITY_ADMIN, AUDIT_ADMIN, COMPLIANCE_OFFICER, PRIVACY_OFFICER, INSPECTOR);

  private final Set<Role> holders;

  Right(Role... holders) {
    this.holders = Set.of(holders);
  }

  /** Whether the role brings this right. */
  public boolean heldBy(Role role) {
    return holders.contains(role);
  }
}
