package io.assay.review.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the shipped data tables anew; run it after a source has changed. The split characters are
 * written if the file of their source is given.
 */
final class Tables {

  private Tables() {}

  static final Path SHIPPED = Path.of("src/main/resources/io/assay/review/text");

  public static void main(String[] args) throws IOException {
    Files.writeString(SHIPPED.resolve("fold.tsv"), new FoldTable().text());
    Files.writeString(SHIPPED.resolve("sounds.tsv"), new SoundTable().text());
    Files.write(SHIPPED.resolve("lexicon.bin"), new LexiconTable().bytes());
    if (args.length > 0) {
      Files.writeString(SHIPPED.resolve("splits.tsv"), new SplitTable(Path.of(args[0])).text());
    }
  }
}
