package io.assay.mark.audio;

import io.assay.mark.MarkException;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import java.util.ArrayList;
import java.util.List;

/** Ogg with Opus, Vorbis or FLAC: the label is the comment AIGC of the stream. */
public final class OggCarrier implements Carrier {
  private static final int MAX_PAGES = 4_000_000;

  @Override
  public List<Found> read(Source file) {
    OggHeaders headers = OggHeaders.read(file);
    return headers.comments().labels().stream()
        .map(value -> new Found("Ogg stream comment AIGC", headers.pages().at(), value))
        .toList();
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    OggHeaders headers = OggHeaders.read(file);
    OggHeaders.Paged paged = headers.with(label.json());
    List<Splice> splices = new ArrayList<>();
    splices.add(new Splice(headers.pages().at(), headers.pages().length(), paged.bytes()));
    long shift = (long) paged.pages() - headers.pageCount();
    if (shift != 0) {
      for (OggPage page : pagesFrom(file, headers.pages().end())) {
        if (page.serial() == headers.serial()) {
          splices.add(
              Splice.overwrite(page.at() + 18, page.renumbered(file, page.sequence() + shift)));
        }
      }
    }
    return splices;
  }

  private static List<OggPage> pagesFrom(Source file, long from) {
    List<OggPage> pages = new ArrayList<>();
    long at = from;
    while (at < file.length()) {
      OggPage page = OggPage.read(file, at);
      pages.add(page);
      at = page.end();
      if (pages.size() > MAX_PAGES) {
        throw MarkException.limit("more than " + MAX_PAGES + " Ogg pages", at);
      }
    }
    return pages;
  }

  @Override
  public List<Range> payload(Source file) {
    return pagesFrom(file, OggHeaders.read(file).pages().end()).stream()
        .map(OggPage::body)
        .toList();
  }
}
