package io.assay.mark.container;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The file formats that carry labels, told apart by their bytes. */
public enum Format {
  JPEG(Kind.IMAGE, "image/jpeg", "jpg", "jpeg"),
  PNG(Kind.IMAGE, "image/png", "png", "apng"),
  WEBP(Kind.IMAGE, "image/webp", "webp"),
  GIF(Kind.IMAGE, "image/gif", "gif"),
  TIFF(Kind.IMAGE, "image/tiff", "tif", "tiff", "dng"),
  HEIC(Kind.IMAGE, "image/heic", "heic", "heif"),
  AVIF(Kind.IMAGE, "image/avif", "avif"),
  JXL(Kind.IMAGE, "image/jxl", "jxl"),
  SVG(Kind.IMAGE, "image/svg+xml", "svg"),
  WAV(Kind.AUDIO, "audio/wav", "wav", "rf64", "bwf"),
  MP3(Kind.AUDIO, "audio/mpeg", "mp3"),
  FLAC(Kind.AUDIO, "audio/flac", "flac"),
  OGG(Kind.AUDIO, "audio/ogg", "ogg", "opus", "oga"),
  M4A(Kind.AUDIO, "audio/mp4", "m4a", "m4b"),
  MP4(Kind.VIDEO, "video/mp4", "mp4", "m4v"),
  MOV(Kind.VIDEO, "video/quicktime", "mov", "qt"),
  MKV(Kind.VIDEO, "video/x-matroska", "mkv", "mka"),
  WEBM(Kind.VIDEO, "video/webm", "webm"),
  FLV(Kind.VIDEO, "video/x-flv", "flv"),
  AVI(Kind.VIDEO, "video/x-msvideo", "avi"),
  GLB(Kind.SCENE, "model/gltf-binary", "glb"),
  GLTF(Kind.SCENE, "model/gltf+json", "gltf"),
  PDF(Kind.DOCUMENT, "application/pdf", "pdf"),
  DOCX(
      Kind.DOCUMENT,
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "docx",
      "docm",
      "dotx"),
  XLSX(
      Kind.DOCUMENT,
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "xlsx",
      "xlsm",
      "xltx"),
  PPTX(
      Kind.DOCUMENT,
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      "pptx",
      "pptm",
      "potx"),
  EPUB(Kind.DOCUMENT, "application/epub+zip", "epub"),
  HTML(Kind.TEXT, "text/html", "html", "htm", "xhtml"),
  MARKDOWN(Kind.TEXT, "text/markdown", "md", "markdown"),
  TEXT(Kind.TEXT, "text/plain", "txt", "text");

  /** What a format holds; the rules of GB 45438 section 5 follow it. */
  public enum Kind {
    TEXT,
    IMAGE,
    AUDIO,
    VIDEO,
    SCENE,
    DOCUMENT
  }

  private final Kind kind;
  private final String mediaType;
  private final String[] extensions;

  Format(Kind kind, String mediaType, String... extensions) {
    this.kind = kind;
    this.mediaType = mediaType;
    this.extensions = extensions;
  }

  public Kind kind() {
    return kind;
  }

  /** The registered media type, without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /** The usual file name extension, without the dot. */
  public String extension() {
    return extensions[0];
  }

  /** The format of these bytes, by the bytes alone. Plain UTF-8 text is {@link #TEXT}. */
  public static Optional<Format> sniff(Source source) {
    return FormatSniffer.sniff(source);
  }

  /**
   * The format of these bytes; {@code name} (a file name) decides only what bytes cannot tell:
   * Markdown from plain text.
   */
  public static Optional<Format> sniff(Source source, String name) {
    Optional<Format> sniffed = sniff(source);
    return sniffed.filter(TEXT::equals).isPresent() && hasExtension(name, MARKDOWN)
        ? Optional.of(MARKDOWN)
        : sniffed;
  }

  private static boolean hasExtension(String name, Format format) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.asList(format.extensions).contains(extension);
  }
}
