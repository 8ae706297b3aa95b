package io.assay.review.pool;

import io.assay.review.ReviewException;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Reads records of comma-separated values. Source: RFC 4180. */
final class CsvReader {

  static final int MAX_CELL = 1 << 16;

  private final PushbackReader in;
  private long line = 1;
  private long recordLine;

  CsvReader(Reader in) {
    this.in = new PushbackReader(in, 1);
  }

  /** The next record, or an empty list at the end. */
  List<String> next() throws IOException {
    recordLine = line;
    int first = in.read();
    if (first < 0) {
      return List.of();
    }
    in.unread(first);
    List<String> cells = new ArrayList<>();
    int end;
    do {
      StringBuilder cell = new StringBuilder();
      end = readCell(cell);
      cells.add(cell.toString());
    } while (end == ',');
    return cells;
  }

  /** The line on which the record last read begins. */
  long line() {
    return recordLine;
  }

  private int readCell(StringBuilder cell) throws IOException {
    int c = in.read();
    if (c == '"') {
      readQuoted(cell);
      c = in.read();
    }
    while (c >= 0 && c != ',' && c != '\n') {
      if (c != '\r') {
        append(cell, c);
      }
      c = in.read();
    }
    if (c == '\n') {
      line++;
    }
    return c;
  }

  private void readQuoted(StringBuilder cell) throws IOException {
    while (true) {
      int c = in.read();
      if (c < 0) {
        throw new ReviewException(
            "the quote in the record at line " + recordLine + " is never closed; close it");
      }
      if (c == '"') {
        int next = in.read();
        if (next != '"') {
          if (next >= 0) {
            in.unread(next);
          }
          return;
        }
      }
      if (c == '\n') {
        line++;
      }
      append(cell, c);
    }
  }

  private void append(StringBuilder cell, int c) {
    if (cell.length() == MAX_CELL) {
      throw new ReviewException(
          "a cell of the record at line " + recordLine + " is longer than " + MAX_CELL);
    }
    cell.append((char) c);
  }
}
