/** Benchmarks of the hashing of pictures and of the index of hashes. */
@NullMarked
package io.assay.bench.image;

import org.jspecify.annotations.NullMarked;
