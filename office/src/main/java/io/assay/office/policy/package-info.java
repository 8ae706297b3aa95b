/** Numbers that the law leaves to the operator: what they are, and who changed which when. */
@NullMarked
package io.assay.office.policy;

import org.jspecify.annotations.NullMarked;
