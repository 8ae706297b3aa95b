package io.assay.office.approval;

import io.assay.office.staff.Right;

/**
 * An action that one member proposes and another carries out by approving it. Every bean of this
 * type is known to {@link Approvals} by its kind.
 */
public interface TwoPersonAction {

  /** Dotted name, the feature first: {@code staff.roles}; also the key of its messages. */
  String kind();

  Right proposes();

  Right approves();

  /**
   * Does what was proposed, inside the transaction of the approval.
   *
   * @throws ActionRefusedException when the world has changed so that it may no longer be done; the
   *     proposal stays open
   */
  void carryOut(Proposal proposal, String approver);
}
