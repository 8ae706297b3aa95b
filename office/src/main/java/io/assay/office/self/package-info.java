/** What an end user sees and settles alone: standing, verifications, keys, use, leaving. */
@NullMarked
package io.assay.office.self;

import org.jspecify.annotations.NullMarked;
