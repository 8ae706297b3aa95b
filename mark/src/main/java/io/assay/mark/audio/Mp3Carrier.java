package io.assay.mark.audio;

import io.assay.mark.audio.Id3Tag.Frame;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** MP3: the label is the value of a TXXX frame described as AIGC. */
public final class Mp3Carrier implements Carrier {
  private static final String DESCRIPTION = "AIGC";
  private static final int ID3V1 = 128;

  @Override
  public List<Found> read(Source file) {
    List<Found> found = new ArrayList<>();
    for (Frame frame : Id3Tag.read(file).frames()) {
      label(frame).ifPresent(value -> found.add(new Found(frame.id() + " AIGC", 0, value)));
    }
    return found;
  }

  private static Optional<String> label(Frame frame) {
    boolean userText = frame.id().equals("TXXX") || frame.id().equals("TXX");
    if (!userText || !frame.readable()) {
      return Optional.empty();
    }
    String text = text(frame.plain());
    int zero = text.indexOf('\0');
    return zero >= 0 && text.substring(0, zero).contains(DESCRIPTION)
        ? Optional.of(text.substring(zero + 1).replace("\0", "").replace("\ufeff", ""))
        : Optional.empty();
  }

  private static String text(byte[] data) {
    if (data.length == 0) {
      return "";
    }
    var charset =
        switch (data[0]) {
          case 1 -> StandardCharsets.UTF_16;
          case 2 -> StandardCharsets.UTF_16BE;
          case 3 -> StandardCharsets.UTF_8;
          default -> StandardCharsets.ISO_8859_1;
        };
    if (data[0] == 1 && data.length > 2 && data[1] == (byte) 0xff) {
      charset = StandardCharsets.UTF_16LE;
    }
    return new String(data, 1, data.length - 1, charset).replaceFirst("^\ufeff", "");
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    Id3Tag tag = Id3Tag.read(file);
    List<Frame> frames = new ArrayList<>(tag.frames());
    frames.removeIf(frame -> label(frame).isPresent());
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.write(tag.version() == 4 ? 3 : 0);
    data.writeBytes((DESCRIPTION + "\0" + label.json()).getBytes(StandardCharsets.US_ASCII));
    frames.add(new Frame(tag.idFor("TXXX"), 0, data.toByteArray()));
    return List.of(new Splice(0, tag.whole().length(), tag.with(frames).bytes()));
  }

  @Override
  public List<Range> payload(Source file) {
    long from = Id3Tag.read(file).whole().length();
    boolean trailer = file.length() - from >= ID3V1 && file.matches(file.length() - ID3V1, "TAG");
    return List.of(new Range(from, file.length() - from - (trailer ? ID3V1 : 0)));
  }
}
