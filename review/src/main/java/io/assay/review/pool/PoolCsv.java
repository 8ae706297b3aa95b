package io.assay.review.pool;

import io.assay.review.Feature;
import io.assay.review.ReviewException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pools as comma-separated values.
 *
 * <p>The first record names the columns, in any order; {@code id}, {@code kind}, {@code pattern}
 * and {@code category} are needed, the others have defaults. A cell with several values has one a
 * line. What is written reads back as equal features. A cell that a spreadsheet would take for a
 * formula is written with an apostrophe before it, which reading takes away.
 *
 * <p>Source: RFC 4180.
 */
public final class PoolCsv {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
  private static final String APOSTROPHE = "'";

  private PoolCsv() {}

  /**
   * Reads a pool file; a record that gives no feature is told as a problem and the rest is read.
   *
   * @throws ReviewException if the file as a whole cannot be read: no header, an open quote
   */
  public static Import read(Reader in) {
    try {
      CsvReader records = new CsvReader(in);
      List<Column> columns = header(records.next());
      Importing importing = new Importing();
      for (List<String> cells = records.next(); !cells.isEmpty(); cells = records.next()) {
        if (cells.size() == 1 && cells.getFirst().isEmpty()) {
          continue;
        }
        if (cells.size() != columns.size()) {
          importing.problem(
              records.line(),
              "the record has " + cells.size() + " cells, the header " + columns.size());
          continue;
        }
        importing.take(records.line(), row(columns, cells));
      }
      return importing.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes features with every column. */
  public static void write(Stream<Feature> features, Appendable out) {
    try {
      out.append(
          Arrays.stream(Column.values()).map(Column::title).collect(Collectors.joining(",")));
      out.append('\n');
      for (Feature feature : (Iterable<Feature>) features::iterator) {
        write(FeatureRow.of(feature), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Column> header(List<String> titles) {
    List<Column> columns = new ArrayList<>();
    for (String title : titles) {
      String plain = title.indexOf(BYTE_ORDER_MARK) == 0 ? title.substring(1) : title;
      columns.add(
          Column.titled(plain.strip())
              .orElseThrow(
                  () ->
                      new ReviewException(
                          "no column '"
                              + plain
                              + "'; the first line must name columns of a pool")));
    }
    if (!columns.containsAll(List.of(Column.ID, Column.KIND, Column.PATTERN, Column.CATEGORY))) {
      throw new ReviewException("the header lacks one of id, kind, pattern, category; add it");
    }
    return columns;
  }

  private static Row row(List<Column> columns, List<String> cells) {
    Row row = Row.empty();
    for (int i = 0; i < cells.size(); i++) {
      Column column = columns.get(i);
      String cell = plain(cells.get(i));
      if (column.list()) {
        row.put(column, cell.lines().filter(value -> !value.isEmpty()).toList());
      } else {
        row.put(column, cell);
      }
    }
    return row;
  }

  private static void write(Row row, Appendable out) throws IOException {
    String between = "";
    for (Column column : Column.values()) {
      out.append(between);
      writeCell(String.join("\n", row.all(column)), out);
      between = ",";
    }
    out.append('\n');
  }

  private static String plain(String cell) {
    boolean marked = cell.startsWith(APOSTROPHE) && FORMULA.matcher(cell).matches();
    return marked ? cell.substring(1) : cell;
  }

  private static void writeCell(String value, Appendable out) throws IOException {
    String cell = FORMULA.matcher(value).matches() ? APOSTROPHE + value : value;
    boolean quote = cell.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    if (quote) {
      out.append('"').append(cell.replace("\"", "\"\"")).append('"');
    } else {
      out.append(cell);
    }
  }
}
