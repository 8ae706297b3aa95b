package io.assay.office;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The office as a web application. It runs in a context of its own whose parent brings an {@link
 * OfficeConfig}, a {@link MasterSecret}, a {@link java.time.Clock}, an {@link
 * io.assay.office.journal.Journal}, the ledger and its vault, and the address of the database as
 * {@code spring.datasource.*}.
 */
@SpringBootApplication
@EnableScheduling
public class OfficeApplication {
  private static final String CHINESE_END = "_zh.properties";
  private static final String CHINESE_BUNDLES = "classpath*:i18n/*" + CHINESE_END;

  /** What Spring Boot has to be told; give it to the builder of the office's context. */
  public static Map<String, Object> settings(OfficeConfig config) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.port", config.port());
    settings.put("server.servlet.session.timeout", config.staff().idle());
    settings.put("server.servlet.session.cookie.name", "assay_office");
    settings.put("server.servlet.session.cookie.same-site", "lax");
    settings.put("server.servlet.session.cookie.http-only", true);
    settings.put(
        "server.servlet.session.cookie.secure", "https".equals(config.publicUrl().getScheme()));
    settings.put("server.servlet.session.tracking-modes", "cookie");
    settings.put("server.tomcat.use-relative-redirects", true);
    settings.put("server.forward-headers-strategy", "native");
    settings.put("server.error.include-message", "never");
    settings.put("server.error.whitelabel.enabled", false);
    settings.put("spring.threads.virtual.enabled", true);
    settings.put("spring.flyway.locations", "classpath:io/assay/office");
    settings.put("spring.flyway.schemas", "office");
    settings.put("spring.messages.basename", bundles());
    settings.put("spring.messages.fallback-to-system-locale", false);
    settings.put("spring.mvc.problemdetails.enabled", true);
    settings.put("spring.jackson.property-naming-strategy", "SNAKE_CASE");
    settings.put("springdoc.api-docs.enabled", true);
    settings.put("springdoc.api-docs.path", "/api/v1/openapi.json");
    settings.put("springdoc.paths-to-match", "/api/v1/**");
    settings.put("springdoc.writer-with-order-by-keys", true);
    settings.put("springdoc.api-docs.version", "openapi_3_1");
    return Map.copyOf(settings);
  }

  /** Every bundle under {@code i18n}: a feature brings its own in both languages. */
  private static String bundles() {
    try {
      return Stream.of(new PathMatchingResourcePatternResolver().getResources(CHINESE_BUNDLES))
          .map(bundle -> "i18n/" + requireNonNull(bundle.getFilename()).replace(CHINESE_END, ""))
          .sorted()
          .collect(Collectors.joining(","));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the languages of the office", e);
    }
  }
}
