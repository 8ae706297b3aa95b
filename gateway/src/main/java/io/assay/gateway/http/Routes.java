package io.assay.gateway.http;

/** Answers every call that comes in, known or not. Thread-safe. */
@FunctionalInterface
public interface Routes {
  void serve(String method, Inbound inbound);
}
