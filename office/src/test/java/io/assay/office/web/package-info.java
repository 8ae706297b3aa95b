@NullMarked
package io.assay.office.web;

import org.jspecify.annotations.NullMarked;
