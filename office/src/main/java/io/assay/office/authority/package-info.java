/** Reports to authorities (Art. 10, 11): whom to tell, what, and proof that they were told. */
@NullMarked
package io.assay.office.authority;

import org.jspecify.annotations.NullMarked;
