package io.assay.office.policy;

import java.util.List;

/** The numbers of one feature. Every bean of this type is known to {@link Policies}. */
@FunctionalInterface
public interface PolicyNumbers {
  List<PolicyNumber> numbers();
}
