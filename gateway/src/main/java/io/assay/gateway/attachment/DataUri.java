package io.assay.gateway.attachment;

import io.assay.gateway.exchange.Result;
import io.assay.gateway.http.Refusal;
import java.util.Base64;
import java.util.Locale;

/**
 * Reads {@code data:} URIs in base64 (RFC 2397), strictly: nothing is skipped and nothing added.
 */
final class DataUri {
  private static final String SCHEME = "data:";
  private static final String BASE64 = ";base64";
  private static final int LONGEST_HEADER = 256;

  private DataUri() {}

  static boolean is(String address) {
    return address.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  /** The bytes of a URI. */
  static Result<byte[]> read(String uri, String where, long limit) {
    int comma = uri.substring(0, Math.min(uri.length(), LONGEST_HEADER)).indexOf(',');
    if (comma < 0 || !uri.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(BASE64)) {
      return refused(
          "The data: URI at " + where + " is not 'data:<type>;base64,<data>'; write it so.", where);
    }
    return base64(uri.substring(comma + 1), where, limit);
  }

  /** The bytes that stand in base64. */
  static Result<byte[]> base64(String text, String where, long limit) {
    if (text.length() / 4 > limit / 3 + 1) {
      return Result.refused(tooLarge(where, limit));
    }
    try {
      var bytes = Base64.getDecoder().decode(text);
      if (bytes.length == 0) {
        return refused("The file at " + where + " is empty; send its bytes in base64.", where);
      }
      return bytes.length > limit ? Result.refused(tooLarge(where, limit)) : Result.ok(bytes);
    } catch (IllegalArgumentException e) {
      return refused(
          "The file at " + where + " is not base64 (RFC 4648, without line breaks).", where);
    }
  }

  static Refusal tooLarge(String where, long limit) {
    return Refusal.badRequest(
        "file_too_large",
        "The file at " + where + " is over " + limit + " bytes; send a smaller one.",
        where);
  }

  private static Result<byte[]> refused(String message, String where) {
    return Result.refused(Refusal.badRequest("invalid_file", message, where));
  }
}
