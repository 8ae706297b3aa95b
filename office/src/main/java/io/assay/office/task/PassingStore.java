package io.assay.office.task;

import io.assay.gateway.access.Release;
import io.assay.gateway.access.Release.Answer;
import io.assay.gateway.access.Release.File;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table of content that passes, as the gateway's registers want it. */
public final class PassingStore {
  private final JdbcClient jdbc;
  private final String table;

  public PassingStore(JdbcClient jdbc, String table) {
    this.jdbc = jdbc;
    this.table = table;
  }

  /** Reads one release from a row. */
  public interface Reader {
    Release read(ResultSet row) throws SQLException;
  }

  /** The rows of a query whose first column is the subject and whose one parameter is the time. */
  public Map<String, List<Release>> bySubject(String sql, Instant now, Reader reader) {
    Map<String, List<Release>> releases = new HashMap<>();
    jdbc.sql(sql)
        .param(utc(now))
        .query(
            row -> {
              releases
                  .computeIfAbsent(row.getString(1), subject -> new ArrayList<>())
                  .add(reader.read(row));
            });
    return releases;
  }

  /** Changes the rows on which a condition holds; touches nothing when there are none. */
  public void change(String set, String condition, Instant at) {
    boolean any =
        jdbc.sql("select exists (select from " + table + " where " + condition + ")")
            .param(utc(at))
            .query(Boolean.class)
            .single();
    if (any) {
      jdbc.sql("update " + table + " set " + set + " where " + condition).param(utc(at)).update();
    }
  }

  /** Where the answer of a row is kept. */
  public static Answer answer(ResultSet row, List<File> files) throws SQLException {
    return new Answer(
        row.getString("capability"),
        row.getString("request_sha256"),
        row.getString("shard"),
        row.getString("exchange"),
        files);
  }

  /** The files that two arrays of a row name, field by field. */
  public static List<File> files(ResultSet row) throws SQLException {
    List<String> fields = texts(row, "fields");
    List<String> commitments = texts(row, "commitments");
    List<File> files = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      files.add(new File(fields.get(i), commitments.get(i)));
    }
    return files;
  }

  public static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
