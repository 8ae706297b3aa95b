package io.assay.gateway.publication;

import io.assay.gateway.exchange.Ask;
import io.assay.gateway.exchange.Exchange;
import io.assay.gateway.exchange.Result;
import io.assay.gateway.exchange.Texts;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.publication.Draft.Form;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what somebody wants to publish. */
final class PublicationRequest {
  static final String PATH = "/v1/publications";
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_NAME = 500;
  private static final int LONGEST_TEXT = 100_000;

  private PublicationRequest() {}

  static Result<Ask> read(ObjectNode body) {
    return fault(body)
        .<Result<Ask>>map(Result::refused)
        .orElseGet(() -> Result.ok(new Ask(PATH, "publication", "", false, body, Texts.of(body))));
  }

  /** The number of what was delivered and is to be published; empty for new text. */
  static String number(JsonNode body) {
    return body.path("content").asString("");
  }

  static Draft draft(Exchange exchange, Optional<Delivered> origin) {
    var body = exchange.ask().body();
    return new Draft(
        exchange.id(),
        exchange.caller(),
        body.path("title").asString().strip(),
        form(body).orElse(Form.OTHER),
        body.path("text").asString(""),
        origin,
        news(body));
  }

  private static Optional<Refusal> fault(ObjectNode body) {
    return text(body, "title", LONGEST_TITLE, true)
        .or(() -> text(body, "text", LONGEST_TEXT, false))
        .or(() -> text(body, "content", LONGEST_NAME, false))
        .or(() -> nothing(body))
        .or(() -> unknownForm(body))
        .or(() -> newsFault(body));
  }

  private static Optional<Refusal> text(
      JsonNode body, String field, int longest, boolean required) {
    var value = body.path(field);
    if (value.isMissingNode() && !required) {
      return Optional.empty();
    }
    if (!value.isString() || value.asString().isBlank()) {
      return Optional.of(
          Refusal.badRequest(
              "missing_required_parameter", "'" + field + "' has to be a text.", field));
    }
    return value.asString().length() <= longest
        ? Optional.empty()
        : Optional.of(
            Refusal.badRequest(
                "text_too_long", "'" + field + "' has over " + longest + " characters.", field));
  }

  private static Optional<Refusal> nothing(JsonNode body) {
    return body.path("text").isString() || body.path("content").isString()
        ? Optional.empty()
        : Optional.of(
            Refusal.badRequest(
                "missing_required_parameter",
                "Give 'content', the number of what was delivered, or 'text', or both.",
                "content"));
  }

  private static Optional<Refusal> unknownForm(JsonNode body) {
    return body.path("form").isMissingNode() || form(body).isPresent()
        ? Optional.empty()
        : Optional.of(
            Refusal.badRequest(
                "unsupported_value",
                "'form' is one of article, news, picture, audio and other.",
                "form"));
  }

  private static Optional<Form> form(JsonNode body) {
    var word = body.path("form").asString("");
    return Stream.of(Form.values())
        .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  private static Optional<Refusal> newsFault(JsonNode body) {
    var news = body.path("news");
    if (news.isMissingNode()) {
      return Optional.empty();
    }
    return text(news, "unit", LONGEST_NAME, true)
        .or(() -> text(news, "title", LONGEST_TITLE, true))
        .or(() -> text(news, "url", LONGEST_NAME, true))
        .or(() -> noAddress(news))
        .or(() -> text(news, "text", LONGEST_TEXT, true))
        .or(
            () ->
                day(news).isPresent()
                    ? Optional.empty()
                    : Optional.of(
                        Refusal.badRequest(
                            "unsupported_value",
                            "'news.published_on' is a day such as 2026-11-21.",
                            "news.published_on")));
  }

  private static Optional<Refusal> noAddress(JsonNode news) {
    return news.path("url").asString().matches("https?://\\S+")
        ? Optional.empty()
        : Optional.of(
            Refusal.badRequest(
                "unsupported_value",
                "'news.url' is the http or https address of the original.",
                "news.url"));
  }

  private static Optional<NewsSource> news(JsonNode body) {
    var news = body.path("news");
    return day(news)
        .map(
            on ->
                new NewsSource(
                    news.path("unit").asString().strip(),
                    news.path("title").asString().strip(),
                    news.path("url").asString().strip(),
                    on,
                    news.path("text").asString()));
  }

  private static Optional<LocalDate> day(JsonNode news) {
    try {
      return Optional.of(LocalDate.parse(news.path("published_on").asString("")));
    } catch (DateTimeParseException malformed) {
      return Optional.empty();
    }
  }
}
