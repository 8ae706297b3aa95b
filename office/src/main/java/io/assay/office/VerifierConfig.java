package io.assay.office;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service that says whether a name and a number belong together, sections {@code
 * office.residentVerifier} and {@code office.organisationVerifier}. It gets a JSON object with the
 * two and answers with JSON.
 *
 * @param url address of the service; without one the method is not offered
 * @param provider name under which the register records who confirmed
 * @param nameField JSON field in which the name is sent
 * @param numberField JSON field in which the number is sent
 * @param resultPointer JSON pointer to the result in the answer
 * @param confirmed results that confirm; every other one is a mismatch
 */
public record VerifierConfig(
    String url,
    String provider,
    Map<String, String> headers,
    String nameField,
    String numberField,
    String resultPointer,
    Set<String> confirmed,
    Duration timeout) {

  public VerifierConfig(
      @Nullable String url,
      @Nullable String provider,
      @Nullable Map<String, String> headers,
      @Nullable String nameField,
      @Nullable String numberField,
      @Nullable String resultPointer,
      @Nullable Set<String> confirmed,
      @Nullable Duration timeout) {
    this.url = requireNonNullElse(url, "");
    this.provider = requireNonNullElse(provider, "verifier");
    this.headers = headers == null ? Map.of() : Map.copyOf(headers);
    this.nameField = requireNonNullElse(nameField, "name");
    this.numberField = requireNonNullElse(numberField, "number");
    this.resultPointer = requireNonNullElse(resultPointer, "/result");
    this.confirmed = confirmed == null ? Set.of("match", "true", "1") : Set.copyOf(confirmed);
    this.timeout = requireNonNullElse(timeout, Duration.ofSeconds(10));
    if (!this.resultPointer.startsWith("/")) {
      throw new IllegalArgumentException(
          "resultPointer '" + resultPointer + "' is no JSON pointer; write '/data/result'");
    }
  }

  public static VerifierConfig none() {
    return new VerifierConfig(null, null, null, null, null, null, null, null);
  }
}
