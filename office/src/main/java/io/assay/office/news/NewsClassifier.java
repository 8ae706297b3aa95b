package io.assay.office.news;

/** Says how much a text looks like news to it. Every bean of this type is asked. Thread-safe. */
public interface NewsClassifier {
  /** The end of the message key that names it: lower-case words joined by hyphens. */
  String name();

  /** From 0, not at all, to 100. */
  int points(String title, String text);
}
