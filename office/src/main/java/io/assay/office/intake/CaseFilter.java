package io.assay.office.intake;

import io.assay.office.Cursor;
import java.util.Optional;

/** Which cases a list shows. Empty parts restrict nothing. */
record CaseFilter(
    Optional<Door> door,
    Optional<CaseState> state,
    String handler,
    String about,
    Optional<Cursor> after) {}
