/** How often the public comes, address by address. */
@NullMarked
package io.assay.office.visit;

import org.jspecify.annotations.NullMarked;
