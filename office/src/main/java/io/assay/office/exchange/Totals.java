package io.assay.office.exchange;

/**
 * Counts of exchanges over a stretch of time.
 *
 * @param blocked of input and of output
 * @param open received and not closed yet
 * @param labelled delivered with at least one label found again
 * @param gaps delivered without
 */
public record Totals(
    long delivered,
    long blocked,
    long refused,
    long failed,
    long abandoned,
    long open,
    long labelled,
    long gaps) {

  public long all() {
    return delivered + blocked + refused + failed + abandoned + open;
  }
}
