/** The database: an embedded PostgreSQL by default, any other PostgreSQL server when told so. */
@NullMarked
package io.assay.office.database;

import org.jspecify.annotations.NullMarked;
