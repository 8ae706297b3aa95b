package io.assay.mark.container;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells formats apart by their first bytes, and ZIP packages by their parts. */
final class FormatSniffer {
  private static final int HEAD = 4096;
  private static final byte[] JXL_BOX = {0, 0, 0, 12, 'J', 'X', 'L', ' ', 13, 10, (byte) 0x87, 10};
  private static final Pattern MARKUP_PROLOGUE =
      Pattern.compile(
          "^\\s*(<\\?xml[^>]*>\\s*|<!--.*?-->\\s*|<!DOCTYPE[^>\\[]*(\\[[^\\]]*\\]\\s*)?>\\s*)*",
          Pattern.DOTALL);

  private FormatSniffer() {}

  static Optional<Format> sniff(Source source) {
    if (source.length() == 0) {
      return Optional.of(Format.TEXT);
    }
    String head = source.latin1(0, Math.min(HEAD, source.length()));
    return byMagic(source, head).or(() -> byText(source));
  }

  private static Optional<Format> byMagic(Source source, String head) {
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(Format.JPEG);
    }
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(Format.PNG);
    }
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return Optional.of(Format.GIF);
    }
    if (head.startsWith("II*\0")
        || head.startsWith("MM\0*")
        || head.startsWith("II+\0\b\0")
        || head.startsWith("MM\0+\0\b")) {
      return Optional.of(Format.TIFF);
    }
    if (head.length() >= 12
        && (head.startsWith("RIFF") || head.startsWith("RF64") || head.startsWith("BW64"))) {
      return riff(head.substring(8, 12));
    }
    if (head.startsWith("\u00ff\n") || source.matches(0, JXL_BOX)) {
      return Optional.of(Format.JXL);
    }
    if (head.length() >= 12 && head.startsWith("ftyp", 4)) {
      return Optional.of(brand(head));
    }
    if (head.length() >= 8
        && (head.startsWith("moov", 4)
            || head.startsWith("mdat", 4)
            || head.startsWith("wide", 4))) {
      return Optional.of(Format.MOV);
    }
    if (head.startsWith("PK\u0003\u0004")) {
      return zip(source, head);
    }
    if (head.startsWith("\u001aE\u00df\u00a3")) {
      return Optional.of(
          head.substring(0, Math.min(64, head.length())).contains("webm")
              ? Format.WEBM
              : Format.MKV);
    }
    if (head.startsWith("FLV\u0001")) {
      return Optional.of(Format.FLV);
    }
    if (head.startsWith("glTF")) {
      return Optional.of(Format.GLB);
    }
    if (head.startsWith("OggS")) {
      return Optional.of(Format.OGG);
    }
    if (head.substring(0, Math.min(1024, head.length())).contains("%PDF-")) {
      return Optional.of(Format.PDF);
    }
    return audio(source, head);
  }

  private static Optional<Format> riff(String form) {
    return switch (form) {
      case "WEBP" -> Optional.of(Format.WEBP);
      case "WAVE" -> Optional.of(Format.WAV);
      case "AVI " -> Optional.of(Format.AVI);
      default -> Optional.empty();
    };
  }

  private static Format brand(String head) {
    long size =
        (long) head.charAt(0) << 24 | head.charAt(1) << 16 | head.charAt(2) << 8 | head.charAt(3);
    String brands = head.substring(8, (int) Math.max(12, Math.min(head.length(), size)));
    String major = brands.substring(0, 4);
    if (major.equals("qt  ")) {
      return Format.MOV;
    }
    if (major.startsWith("M4A") || major.startsWith("M4B")) {
      return Format.M4A;
    }
    if (brands.contains("avif") || brands.contains("avis")) {
      return Format.AVIF;
    }
    if (major.startsWith("he") || major.equals("mif1") || major.equals("msf1")) {
      return Format.HEIC;
    }
    return Format.MP4;
  }

  private static Optional<Format> zip(Source source, String head) {
    if (head.startsWith("mimetypeapplication/epub+zip", 30)) {
      return Optional.of(Format.EPUB);
    }
    return ZipDirectory.tryRead(source)
        .flatMap(
            directory -> {
              if (directory.entry("[Content_Types].xml").isEmpty()) {
                return directory.entry("META-INF/container.xml").map(entry -> Format.EPUB);
              }
              if (directory.hasFolder("word/")) {
                return Optional.of(Format.DOCX);
              }
              if (directory.hasFolder("xl/")) {
                return Optional.of(Format.XLSX);
              }
              return directory.hasFolder("ppt/") ? Optional.of(Format.PPTX) : Optional.empty();
            });
  }

  private static Optional<Format> audio(Source source, String head) {
    if (head.startsWith("fLaC")) {
      return Optional.of(Format.FLAC);
    }
    if (head.startsWith("ID3") && head.length() >= 10) {
      long size =
          10L
              + (head.charAt(6) << 21
                  | head.charAt(7) << 14
                  | head.charAt(8) << 7
                  | head.charAt(9));
      return Optional.of(source.matches(size, "fLaC") ? Format.FLAC : Format.MP3);
    }
    boolean layerThree =
        head.length() >= 4
            && head.charAt(0) == 0xff
            && (head.charAt(1) & 0xe6) == 0xe2
            && (head.charAt(2) & 0xf0) != 0xf0;
    return layerThree ? Optional.of(Format.MP3) : Optional.empty();
  }

  private static Optional<Format> byText(Source source) {
    Optional<String> decoded = utf8Head(source);
    if (decoded.isEmpty()) {
      return Optional.empty();
    }
    String text = decoded.get();
    if (text.startsWith("\ufeff")) {
      text = text.substring(1);
    }
    String body = MARKUP_PROLOGUE.matcher(text).replaceFirst("").toLowerCase(Locale.ROOT);
    if (body.startsWith("<svg") || body.matches("(?s)<\\w+:svg.*")) {
      return Optional.of(Format.SVG);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (body.startsWith("<html")
        || lower.stripLeading().startsWith("<!doctype html")
        || body.startsWith("<head")
        || body.startsWith("<body")) {
      return Optional.of(Format.HTML);
    }
    if (body.startsWith("{") && text.contains("\"asset\"") && text.contains("\"version\"")) {
      return Optional.of(Format.GLTF);
    }
    return Optional.of(Format.TEXT);
  }

  /** The first characters, if they are UTF-8 text without control characters. */
  private static Optional<String> utf8Head(Source source) {
    int length = (int) Math.min(HEAD, source.length());
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer out = CharBuffer.allocate(length);
    CoderResult result =
        decoder.decode(ByteBuffer.wrap(source.bytes(0, length)), out, length == source.length());
    if (result.isError()) {
      return Optional.empty();
    }
    String text = out.flip().toString();
    boolean binary =
        text.chars().anyMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f');
    return binary ? Optional.empty() : Optional.of(text);
  }
}
