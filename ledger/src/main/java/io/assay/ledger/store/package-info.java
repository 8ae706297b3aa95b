/** Where a static log's resources lie: files or an S3-compatible bucket. */
@NullMarked
package io.assay.ledger.store;

import org.jspecify.annotations.NullMarked;
