/** The register of staff: who works here, and how roles are given by two people. */
@NullMarked
package io.assay.office.member;

import org.jspecify.annotations.NullMarked;
