@NullMarked
package io.assay.app.demo;

import org.jspecify.annotations.NullMarked;
