package io.assay.office.staff;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MemberStore {
  private static final String SELECT =
      "select id, name, roles, one_time_password, disabled, locked_until,"
          + " factor_secret is not null as second_factor, signed_in_at, epoch, created_at from staff.member ";

  private final JdbcClient jdbc;

  MemberStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds the member; false when the name is taken. */
  boolean add(Member member, String passwordHash) {
    return jdbc.sql(
                "insert into staff.member (id, name, password_hash, roles, one_time_password,"
                    + " epoch, created_at) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
            .params(
                member.id(),
                member.name(),
                passwordHash,
                names(member.roles()),
                member.oneTimePassword(),
                member.epoch(),
                utc(member.createdAt()))
            .update()
        == 1;
  }

  List<Member> all() {
    return jdbc.sql(SELECT + "order by name").query(MemberStore::member).list();
  }

  /** Up to {@code limit} members whose name comes after {@code after}, by name. */
  List<Member> list(String after, int limit) {
    return jdbc.sql(SELECT + "where lower(name) > lower(?) order by lower(name) limit ?")
        .params(after, limit)
        .query(MemberStore::member)
        .list();
  }

  Optional<Member> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(MemberStore::member).optional();
  }

  Optional<Member> findByName(String name) {
    return jdbc.sql(SELECT + "where lower(name) = lower(?)")
        .param(name)
        .query(MemberStore::member)
        .optional();
  }

  String passwordHash(String id) {
    return jdbc.sql("select password_hash from staff.member where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  /** Counts one more failure and returns how many there are now. */
  int countFailure(String id) {
    return jdbc.sql(
            "update staff.member set failures = failures + 1 where id = ? returning failures")
        .param(id)
        .query(Integer.class)
        .single();
  }

  void lock(String id, Instant until) {
    jdbc.sql("update staff.member set failures = 0, locked_until = ? where id = ?")
        .params(utc(until), id)
        .update();
  }

  /** Notes a sign-in, which also ends the count of failures. */
  void signedIn(String id, Instant at) {
    jdbc.sql(
            "update staff.member set failures = 0, locked_until = null, signed_in_at = ?"
                + " where id = ?")
        .params(utc(at), id)
        .update();
  }

  void setPassword(String id, String hash, boolean oneTime) {
    jdbc.sql(
            "update staff.member set password_hash = ?, one_time_password = ?, failures = 0,"
                + " locked_until = null, epoch = epoch + 1 where id = ?")
        .params(hash, oneTime, id)
        .update();
  }

  void setRoles(String id, Set<Role> roles) {
    jdbc.sql("update staff.member set roles = ?, epoch = epoch + 1 where id = ?")
        .params(names(roles), id)
        .update();
  }

  void setDisabled(String id, boolean disabled) {
    jdbc.sql("update staff.member set disabled = ?, epoch = epoch + 1 where id = ?")
        .params(disabled, id)
        .update();
  }

  private static Member member(ResultSet row, int number) throws SQLException {
    OffsetDateTime locked = row.getObject("locked_until", OffsetDateTime.class);
    OffsetDateTime signedIn = row.getObject("signed_in_at", OffsetDateTime.class);
    return new Member(
        row.getString("id"),
        row.getString("name"),
        roles(row.getArray("roles")),
        row.getBoolean("one_time_password"),
        row.getBoolean("disabled"),
        locked == null ? null : locked.toInstant(),
        row.getBoolean("second_factor"),
        signedIn == null ? null : signedIn.toInstant(),
        row.getLong("epoch"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static Set<Role> roles(Array array) throws SQLException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : (String[]) array.getArray()) {
      roles.add(Role.valueOf(name));
    }
    return roles;
  }

  private static String[] names(Set<Role> roles) {
    return roles.stream().map(Role::name).sorted().toArray(String[]::new);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
