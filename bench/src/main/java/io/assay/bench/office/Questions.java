package io.assay.bench.office;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What is asked: paths in which names in braces stand for values that occur in the database. */
final class Questions {
  private Questions() {}

  static List<String> of(DataSource database) throws SQLException {
    Map<String, String> picks = picks(database);
    return Resources.text("questions.txt").lines().map(line -> filled(line, picks)).toList();
  }

  private static Map<String, String> picks(DataSource database) throws SQLException {
    Map<String, String> picks = new HashMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String query : Resources.text("picks.sql").lines().toList()) {
        try (ResultSet row = statement.executeQuery(query)) {
          if (!row.next()) {
            throw new IllegalStateException("nothing picked by " + query);
          }
          picks.put(row.getString(1), row.getString(2));
        }
      }
    }
    return picks;
  }

  private static String filled(String line, Map<String, String> picks) {
    String path = line;
    for (Map.Entry<String, String> pick : picks.entrySet()) {
      String value = URLEncoder.encode(pick.getValue(), StandardCharsets.UTF_8);
      path = path.replace("{" + pick.getKey() + "}", value);
    }
    if (path.contains("{")) {
      throw new IllegalStateException("no pick for " + path);
    }
    return path;
  }
}
