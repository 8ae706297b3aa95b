/** The end users for whom tenants call, and the standing of each. */
@NullMarked
package io.assay.office.subject;

import org.jspecify.annotations.NullMarked;
