package io.assay.app.serve;

import io.assay.ledger.LedgerException;
import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.Replica;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Replica} in two tables of a PostgreSQL database, which it makes when they are absent.
 * Records are durable as far as the server's {@code synchronous_commit} goes: on its disk, or on
 * its standbys' as well. A server that does not force its commits is refused.
 */
final class PostgresReplica implements Replica {

  private static final int TIMEOUT_SECONDS = 30;

  private final DataSource database;
  private @Nullable Connection open;

  /** Uses one connection at a time. */
  PostgresReplica(DataSource database) {
    this.database = database;
  }

  @Override
  public synchronized List<String> shards() {
    return call(
        connection -> {
          List<String> shards = new ArrayList<>();
          try (PreparedStatement query =
                  prepare(connection, "select shard from assay_replica order by shard");
              ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
              shards.add(rows.getString(1));
            }
          }
          return shards;
        });
  }

  @Override
  public synchronized Extent extent(String shard) {
    return call(
        connection -> {
          try (PreparedStatement query =
              prepare(connection, "select first, next from assay_replica where shard = ?")) {
            query.setString(1, shard);
            try (ResultSet rows = query.executeQuery()) {
              return rows.next() ? new Extent(rows.getLong(1), rows.getLong(2)) : Extent.NONE;
            }
          }
        });
  }

  @Override
  public synchronized void begin(String shard, long first) {
    call(
        connection -> {
          update(connection, "delete from assay_replica_record where shard = ?", shard);
          update(connection, "delete from assay_replica where shard = ?", shard);
          return update(
              connection, "insert into assay_replica values (?, ?, ?)", shard, first, first);
        });
  }

  @Override
  public synchronized void append(String shard, long first, List<byte[]> records) {
    if (extent(shard).equals(Extent.NONE)) {
      begin(shard, 0);
    }
    call(
        connection -> {
          int moved =
              update(
                  connection,
                  "update assay_replica set next = ? where shard = ? and next = ?",
                  first + records.size(),
                  shard,
                  first);
          if (moved != 1) {
            throw new IllegalArgumentException(
                "the replica of %s does not end at record %d".formatted(shard, first));
          }
          return insert(connection, shard, first, records);
        });
  }

  @Override
  public synchronized List<byte[]> read(String shard, long from, int most) {
    return call(
        connection -> {
          List<byte[]> records = new ArrayList<>();
          try (PreparedStatement query =
              prepare(
                  connection,
                  "select record from assay_replica_record"
                      + " where shard = ? and place >= ? order by place limit ?")) {
            fill(query, shard, from, most);
            try (ResultSet rows = query.executeQuery()) {
              while (rows.next()) {
                records.add(rows.getBytes(1));
              }
            }
          }
          return records;
        });
  }

  @Override
  public synchronized void trim(String shard, long before) {
    call(
        connection -> {
          update(
              connection,
              "update assay_replica set first = greatest(first, least(next, ?)) where shard = ?",
              before,
              shard);
          return update(
              connection,
              "delete from assay_replica_record where shard = ? and place < ?",
              shard,
              before);
        });
  }

  @Override
  public synchronized void close() {
    Connection last = open;
    open = null;
    if (last != null) {
      try {
        last.close();
      } catch (SQLException failed) {
        throw unavailable(failed);
      }
    }
  }

  /** Something that is done in one transaction. */
  @FunctionalInterface
  private interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  private <T> T call(Work<T> work) {
    try {
      Connection connection = connection();
      T result = work.in(connection);
      connection.commit();
      return result;
    } catch (SQLException failed) {
      drop(failed);
      throw unavailable(failed);
    } catch (RuntimeException refused) {
      drop(refused);
      throw refused;
    }
  }

  private Connection connection() throws SQLException {
    if (open == null) {
      Connection connection = database.getConnection();
      open = connection;
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        requireForced(statement);
        statement.execute(
            "create table if not exists assay_replica"
                + " (shard text primary key, first bigint not null, next bigint not null)");
        statement.execute(
            "create table if not exists assay_replica_record (shard text not null,"
                + " place bigint not null, record bytea not null, primary key (shard, place))");
      }
      connection.commit();
    }
    return open;
  }

  /** Drops a connection that failed; the next call makes another. */
  private void drop(Exception why) {
    Connection failed = open;
    open = null;
    if (failed != null) {
      try {
        failed.close();
      } catch (SQLException also) {
        why.addSuppressed(also);
      }
    }
  }

  private static void requireForced(Statement statement) throws SQLException {
    for (String setting : List.of("fsync", "synchronous_commit")) {
      try (ResultSet row = statement.executeQuery("show " + setting)) {
        if (row.next() && row.getString(1).equals("off")) {
          throw new LedgerException(
              Reason.UNAVAILABLE,
              "the replica's PostgreSQL has %s = off, so it keeps nothing safe; set it to on"
                  .formatted(setting));
        }
      }
    }
  }

  private static int insert(Connection connection, String shard, long first, List<byte[]> records)
      throws SQLException {
    try (PreparedStatement insert =
        prepare(connection, "insert into assay_replica_record values (?, ?, ?)")) {
      long place = first;
      for (byte[] record : records) {
        fill(insert, shard, place++, record);
        insert.addBatch();
      }
      return insert.executeBatch().length;
    }
  }

  private static int update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql)) {
      fill(statement, values);
      return statement.executeUpdate();
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setQueryTimeout(TIMEOUT_SECONDS);
    return statement;
  }

  private static void fill(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private static LedgerException unavailable(SQLException cause) {
    return new LedgerException(
        Reason.UNAVAILABLE, "the PostgreSQL replica failed: " + cause.getMessage(), cause);
  }
}
