package io.assay.mark;

/** What a text is written in; it decides how a label can stand in it without breaking it. */
public enum TextSyntax {
  /** Words for people. */
  PLAIN,
  /** CommonMark. */
  MARKDOWN,
  /** HTML. */
  HTML,
  /** One JSON object; the label is its first member. */
  JSON,
  /** Source code whose line comments start with {@code //}. */
  SLASH_CODE,
  /** Source code, configuration or YAML whose line comments start with {@code #}. */
  HASH_CODE,
  /** SQL, Lua or Haskell, whose line comments start with {@code --}. */
  DASH_CODE,
  /** XML, whose comments stand between {@code <!--} and {@code -->}. */
  XML
}
