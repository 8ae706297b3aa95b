package io.assay.office.publication;

import io.assay.gateway.exchange.Exit;
import io.assay.gateway.publication.LabelledWork;
import io.assay.gateway.publication.NewsSource;
import io.assay.office.Cursor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PublicationStore {
  private static final RowMapper<Publication> ROW =
      new SimplePropertyRowMapper<>(Publication.class);
  private static final String SELECT =
      "select id, exchange, tenant, subject, title, form, media, text, type, file_sha256,"
          + " fingerprint, produce_id, aigc, statement, labels, origin, news_unit, news_title,"
          + " news_url, news_published_on, state, why, correction, entered_at, published_at,"
          + " changed_at from publication.publication ";

  private final JdbcClient jdbc;

  PublicationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What identifies a work in the register. */
  record Numbers(
      String id, String media, String textSha256, String fileSha256, String fingerprint) {}

  /** A file as it was entered, with the digests it was entered under. */
  record Kept(byte[] file, String fileSha256, String textSha256) {}

  void add(LabelledWork work, Numbers numbers, PublicationState state, String why, Instant at) {
    Optional<NewsSource> news = work.draft().news();
    jdbc.sql(
            "insert into publication.publication (id, exchange, tenant, key, subject, title, form,"
                + " media, text, file, type, text_sha256, file_sha256, fingerprint, produce_id,"
                + " aigc, statement, labels, origin, news_unit, news_title, news_url,"
                + " news_published_on, state, why, entered_at, changed_at) values"
                + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " ?)")
        .param(numbers.id())
        .param(work.draft().exchange())
        .param(work.draft().author().tenant())
        .param(work.draft().author().id())
        .param(work.draft().author().subject())
        .param(work.draft().title())
        .param(work.draft().form().name())
        .param(numbers.media())
        .param(work.text())
        .param(work.file())
        .param(work.type())
        .param(numbers.textSha256())
        .param(numbers.fileSha256())
        .param(numbers.fingerprint())
        .param(work.produceId())
        .param(work.aigc())
        .param(work.statement())
        .param(work.labels().size())
        .param(work.draft().origin().map(it -> it.exchange()).orElse(null))
        .param(news.map(NewsSource::unit).orElse(null))
        .param(news.map(NewsSource::title).orElse(null))
        .param(news.map(NewsSource::url).orElse(null))
        .param(news.map(NewsSource::publishedOn).orElse(null))
        .param(state.name())
        .param(why)
        .param(utc(at))
        .param(utc(at))
        .update();
  }

  Optional<Publication> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(ROW).optional();
  }

  Optional<Publication> ofExchange(String exchange) {
    return jdbc.sql(SELECT + "where exchange = ? for update").param(exchange).query(ROW).optional();
  }

  /** The same, kept from changing until the transaction ends. */
  Optional<Publication> lock(String id) {
    return jdbc.sql(SELECT + "where id = ? for update").param(id).query(ROW).optional();
  }

  Optional<Kept> kept(String id) {
    return jdbc.sql(
            "select file, file_sha256, text_sha256 from publication.publication where id = ?")
        .param(id)
        .query((row, number) -> new Kept(row.getBytes(1), row.getString(2), row.getString(3)))
        .optional();
  }

  /** What is public and came of one of the exchanges or bears one of the numbers. */
  List<String> open(List<String> exchanges, List<String> produceIds) {
    String[] of = exchanges.toArray(String[]::new);
    return jdbc.sql(
            "select id from publication.publication where state in ('PUBLISHED', 'CORRECTED') and"
                + " (exchange = any(?) or origin = any(?) or produce_id = any(?)) for update")
        .params(of, of, produceIds.toArray(String[]::new))
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** What a disposal case keeps contained of the exchanges and numbers. */
  List<String> contained(List<String> exchanges, List<String> produceIds, String disposal) {
    String[] of = exchanges.toArray(String[]::new);
    return jdbc.sql(
            "select id from publication.publication where state = 'CONTAINED' and why = ? and"
                + " (exchange = any(?) or origin = any(?) or produce_id = any(?)) for update")
        .params(disposal, of, of, produceIds.toArray(String[]::new))
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** The publication of that identifier or content number that was withdrawn last. */
  Optional<Publication> withdrawn(String reference) {
    return jdbc.sql(
            SELECT
                + "where (id = ? or produce_id = ?) and state in ('CONTAINED', 'RECALLED',"
                + " 'REFUSED') order by changed_at desc, id limit 1")
        .params(reference, reference)
        .query(ROW)
        .optional();
  }

  /** Who withdrew it since it was public last. */
  Set<String> withdrawers(String id) {
    return Set.copyOf(
        jdbc.sql(
                "select distinct by from publication.move where publication = ? and to_state in"
                    + " ('CONTAINED', 'RECALLED', 'REFUSED') and seq > coalesce((select max(seq)"
                    + " from publication.move where publication = ? and to_state in ('PUBLISHED',"
                    + " 'CORRECTED')), 0)")
            .params(id, id)
            .query(String.class)
            .list());
  }

  /** How it was public last; published when it never was. */
  PublicationState publicLast(String id) {
    return jdbc.sql(
            "select to_state from publication.move where publication = ? and to_state in"
                + " ('PUBLISHED', 'CORRECTED') order by seq desc limit 1")
        .param(id)
        .query(String.class)
        .optional()
        .map(PublicationState::valueOf)
        .orElse(PublicationState.PUBLISHED);
  }

  String textSha256(String id) {
    return jdbc.sql("select text_sha256 from publication.publication where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  List<Publication> list(PublicationFilter filter, Optional<Cursor> after, int limit) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    List<Object> values = new ArrayList<>();
    BiConsumer<String, Object> where =
        (condition, value) -> {
          conditions.add(condition);
          values.add(value);
        };
    filter.state().ifPresent(state -> where.accept("state = ?", state.name()));
    if (!filter.subject().isEmpty()) {
      where.accept("subject = ?", filter.subject());
    }
    if (!filter.number().isEmpty()) {
      where.accept("(id = ? or exchange = ? or produce_id = ? or origin = ?)", filter.number());
      values.addAll(Collections.nCopies(3, filter.number()));
    }
    after.ifPresent(
        cursor -> {
          conditions.add("(entered_at, id) < (?, ?)");
          values.add(utc(cursor.at()));
          values.add(cursor.id());
        });
    values.add(limit);
    return jdbc.sql(
            SELECT
                + "where "
                + String.join(" and ", conditions)
                + " order by entered_at desc, id desc limit ?")
        .params(values)
        .query(ROW)
        .list();
  }

  /** Identifier and fingerprint of everything with words that is or was public. */
  void forEachFingerprint(BiConsumer<String, String> reader) {
    jdbc.sql(
            "select id, fingerprint from publication.publication where fingerprint <> ''"
                + " and state in ('PUBLISHED', 'CORRECTED', 'CONTAINED', 'HELD')")
        .query(
            row -> {
              reader.accept(row.getString(1), row.getString(2));
            });
  }

  /** Publications whose title or words hold the phrase, the newest first. */
  List<String> holding(String phrase, int limit) {
    return jdbc.sql(
            "select id from publication.publication where (position(lower(?) in lower(title)) > 0"
                + " or position(lower(?) in lower(text)) > 0)"
                + " and state in ('PUBLISHED', 'CORRECTED', 'CONTAINED', 'HELD')"
                + " order by entered_at desc limit ?")
        .params(phrase, phrase, limit)
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** Moves it and keeps who did so and why. */
  void move(Publication from, PublicationState state, String why, String by, Instant at) {
    jdbc.sql(
            "insert into publication.move (publication, from_state, to_state, why, by, at)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(from.id(), from.state().name(), state.name(), why, by, utc(at))
        .update();
    jdbc.sql(
            "update publication.publication set state = ?, why = ?, changed_at = ?,"
                + " published_at = case when ? = 'PUBLISHED' then coalesce(published_at, ?)"
                + " else published_at end where id = ?")
        .params(state.name(), why, utc(at), state.name(), utc(at), from.id())
        .update();
  }

  void correct(String id, String correction) {
    jdbc.sql("update publication.publication set correction = ? where id = ?")
        .params(correction, id)
        .update();
  }

  void fetched(String id, Exit exit, LocalDate day) {
    jdbc.sql(
            "insert into publication.fetched (publication, exit, day, count) values (?, ?, ?, 1)"
                + " on conflict (publication, exit, day) do update set count = fetched.count + 1")
        .params(id, exit.text(), day)
        .update();
  }

  long fetches(String id) {
    return jdbc.sql("select coalesce(sum(count), 0) from publication.fetched where publication = ?")
        .param(id)
        .query(Long.class)
        .single();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
