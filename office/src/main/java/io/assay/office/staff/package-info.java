/** The people who run the service: sign-in, roles, and what each may do. */
@NullMarked
package io.assay.office.staff;

import org.jspecify.annotations.NullMarked;
