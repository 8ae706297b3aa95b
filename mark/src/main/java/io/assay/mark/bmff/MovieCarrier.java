package io.assay.mark.bmff;

import io.assay.mark.MarkException;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.image.Xmp;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The AIGC record of MP4, MOV and M4A files: the key {@code AIGC} in {@code moov.udta.meta}
 * (TC260-PG-20257A). Where iTunes tags hold that place, the record stands in {@code moov.meta}.
 * Free space behind the movie header is used up before anything moves.
 */
public final class MovieCarrier implements Carrier {
  private static final byte[] XMP_TYPE =
      HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac");
  private static final String LITERAL = "AIGC";

  @Override
  public List<Found> read(Source file) {
    List<Box> top = Box.top(file);
    List<Found> found = new ArrayList<>();
    for (Box meta : metas(file, top)) {
      found.addAll(MovieMetadata.read(file, meta).aigc());
    }
    for (Box box : literals(file, top)) {
      String text =
          new String(file.bytes(box.contentAt(), box.content().length()), StandardCharsets.UTF_8);
      found.add(
          new Found(
              "MP4 udta AIGC", box.whole().at(), text.substring(Math.max(0, text.indexOf('{')))));
    }
    for (Box box : packets(file, top)) {
      found.addAll(packet(file, box).aigc(box.whole().at()));
    }
    return found;
  }

  private static Box moov(List<Box> top) {
    return Box.first(top, "moov")
        .orElseThrow(() -> MarkException.malformed("the file has no movie header", 0));
  }

  private static List<Box> metas(Source file, List<Box> top) {
    List<Box> metas = new ArrayList<>();
    for (Box moov : top.stream().filter(b -> b.type().equals("moov")).toList()) {
      metas.addAll(BoxPath.all(file, moov, "udta", "meta"));
      metas.addAll(BoxPath.all(file, moov, "meta"));
    }
    return metas;
  }

  private static List<Box> literals(Source file, List<Box> top) {
    return top.stream()
        .filter(b -> b.type().equals("moov"))
        .flatMap(moov -> BoxPath.all(file, moov, "udta", LITERAL).stream())
        .toList();
  }

  private static List<Box> packets(Source file, List<Box> top) {
    return top.stream()
        .filter(box -> box.type().equals("uuid") && file.matches(box.contentAt(), XMP_TYPE))
        .toList();
  }

  private static Xmp packet(Source file, Box box) {
    long at = box.contentAt() + XMP_TYPE.length;
    return Xmp.read(file.bytes(at, box.whole().end() - at));
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    Rewrite rewrite = new Rewrite(file);
    Box moov = moov(rewrite.top());
    for (Box box : packets(file, rewrite.top())) {
      if (!packet(file, box).aigc(0).isEmpty()) {
        byte[] packet = packet(file, box).without();
        rewrite.replace(box.whole(), Box.build("uuid", XMP_TYPE, packet), List.of());
      }
    }
    long growth = placed(file, rewrite, moov, label.json());
    useFreeSpace(rewrite, moov, growth);
    return rewrite.splices();
  }

  /** Puts the record in its place and returns how much the movie header grows. */
  private static long placed(Source file, Rewrite rewrite, Box moov, String json) {
    List<Box> children = moov.children(file);
    Optional<Box> udta = Box.first(children, "udta");
    List<Box> inUdta = udta.map(u -> u.children(file)).orElse(List.of());
    long growth = 0;
    for (Box literal : inUdta.stream().filter(b -> b.type().equals(LITERAL)).toList()) {
      rewrite.replace(literal.whole(), new byte[0], List.of(moov, udta.orElseThrow()));
      growth -= literal.whole().length();
    }
    Optional<MovieMetadata> inner =
        Box.first(inUdta, "meta").map(meta -> MovieMetadata.read(file, meta));
    Optional<MovieMetadata> outer =
        Box.first(children, "meta").map(meta -> MovieMetadata.read(file, meta));
    boolean occupied = inner.isPresent() && !inner.get().isNamed();
    if (inner.isPresent()) {
      growth +=
          changed(
              rewrite,
              inner.get(),
              occupied ? Optional.empty() : Optional.of(json),
              List.of(moov, udta.orElseThrow()));
    } else if (!occupied) {
      byte[] meta = MovieMetadata.create(json);
      byte[] added = udta.isPresent() ? meta : Box.build("udta", meta);
      List<Box> enclosing = udta.map(u -> List.of(moov, u)).orElse(List.of(moov));
      rewrite.insert(insertAt(file, udta, moov), added, enclosing);
      growth += added.length;
    }
    if (outer.isPresent()) {
      boolean here = occupied && outer.get().isNamed();
      if (occupied && !here) {
        throw MarkException.unsupported("the file has no room for named metadata beside its tags");
      }
      growth +=
          changed(rewrite, outer.get(), here ? Optional.of(json) : Optional.empty(), List.of(moov));
    } else if (occupied) {
      byte[] meta = MovieMetadata.createForMovie(json);
      rewrite.insert(moov.whole().end(), meta, List.of(moov));
      growth += meta.length;
    }
    return growth;
  }

  /** Before the four zero bytes with which QuickTime ends user data. */
  private static long insertAt(Source file, Optional<Box> udta, Box moov) {
    if (udta.isEmpty()) {
      return moov.whole().end();
    }
    List<Box> children = udta.get().children(file);
    return children.isEmpty() ? udta.get().contentAt() : children.getLast().whole().end();
  }

  private static long changed(
      Rewrite rewrite, MovieMetadata metadata, Optional<String> json, List<Box> enclosing) {
    if (json.isEmpty() && metadata.aigc().isEmpty()) {
      return 0;
    }
    byte[] meta = metadata.with(json);
    rewrite.replace(metadata.box().whole(), meta, enclosing);
    return meta.length - metadata.box().whole().length();
  }

  private static void useFreeSpace(Rewrite rewrite, Box moov, long growth) {
    List<Box> top = rewrite.top();
    int next = top.indexOf(moov) + 1;
    if (growth <= 0 || next >= top.size()) {
      return;
    }
    Box free = top.get(next);
    long left = free.whole().length() - growth;
    boolean usable =
        (free.type().equals("free") || free.type().equals("skip"))
            && !free.toEnd()
            && (left == 0 || left >= 8);
    if (!usable) {
      return;
    }
    if (left == 0) {
      rewrite.replace(free.whole(), new byte[0], List.of());
    } else {
      byte[] header = Box.header(free.type(), left);
      rewrite.replace(new Range(free.whole().at(), growth + header.length), header, List.of());
    }
  }

  @Override
  public List<Range> payload(Source file) {
    return Box.top(file).stream()
        .filter(box -> box.type().equals("mdat"))
        .map(Box::content)
        .toList();
  }
}
