package io.assay.office.idempotency;

import org.jspecify.annotations.Nullable;

/** The answer that a request got, to be given again. */
record KeptAnswer(int status, @Nullable String contentType, byte[] body) {}
