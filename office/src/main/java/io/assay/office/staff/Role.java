package io.assay.office.staff;

/** What a member of staff may do; the three administrators keep one another in check. */
public enum Role {
  SYSTEM_ADMIN,
  SECURITY_ADMIN,
  AUDIT_ADMIN,
  REVIEWER,
  SENIOR_REVIEWER,
  POOL_EDITOR,
  POOL_APPROVER,
  CASE_HANDLER,
  COMPLIANCE_OFFICER,
  PRIVACY_OFFICER,
  INSPECTOR;

  boolean administrates() {
    return switch (this) {
      case SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN -> true;
      default -> false;
    };
  }
}
