package io.assay.office;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one-time codes reach mobile phones, section {@code office.sms}.
 *
 * @param url address of the provider, for kind {@code HTTP}
 * @param method HTTP method, {@code POST} by default
 * @param headers HTTP headers; take secrets from the environment
 * @param template body of the request, in which {@code {number}}, {@code {code}} and {@code
 *     {minutes}} are replaced
 */
public record SmsConfig(
    Kind kind,
    String url,
    String method,
    Map<String, String> headers,
    String template,
    Duration timeout) {

  /** Which sender is used. */
  public enum Kind {
    /** No codes are sent; the method is not offered. */
    NONE,
    /** Codes are written to the log, for development only. */
    CONSOLE,
    /** Codes are handed to a provider's HTTP interface. */
    HTTP
  }

  public SmsConfig(
      @Nullable Kind kind,
      @Nullable String url,
      @Nullable String method,
      @Nullable Map<String, String> headers,
      @Nullable String template,
      @Nullable Duration timeout) {
    this.kind = requireNonNullElse(kind, Kind.CONSOLE);
    this.url = requireNonNullElse(url, "");
    this.method = requireNonNullElse(method, "POST");
    this.headers = headers == null ? Map.of() : Map.copyOf(headers);
    this.template = requireNonNullElse(template, "");
    this.timeout = requireNonNullElse(timeout, Duration.ofSeconds(10));
    if (this.kind == Kind.HTTP && (this.url.isEmpty() || !this.template.contains("{code}"))) {
      throw new IllegalArgumentException(
          "office.sms: kind http needs a url and a template that contains {code}");
    }
  }

  public static SmsConfig defaults() {
    return new SmsConfig(null, null, null, null, null, null);
  }
}
