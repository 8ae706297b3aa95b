package io.assay.gateway.exchange;

import io.assay.gateway.http.Refusal;

/** What a step of the way gives: something to go on with, or a reason to end here. */
public sealed interface Result<T> {

  record Ok<T>(T value) implements Result<T> {}

  record Refused<T>(Refusal refusal) implements Result<T> {}

  static <T> Result<T> ok(T value) {
    return new Ok<>(value);
  }

  static <T> Result<T> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }
}
