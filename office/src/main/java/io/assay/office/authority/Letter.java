package io.assay.office.authority;

import java.util.List;

/**
 * A report as it is handed over.
 *
 * @param to the authority's name
 * @param number our number of the report
 * @param date in the time of Shanghai
 */
record Letter(String title, String to, String number, String date, String body) {

  /** Title first, then what the page says above the text, then the paragraphs of the text. */
  List<String> paragraphs() {
    return (to + "\n" + number + "  " + date + "\n\n" + body).lines().toList();
  }
}
