package io.assay.office.staff;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as the path of an SVG picture, one unit to a module.
 *
 * @param size modules on each side, the quiet zone included
 * @param path data of the dark modules
 */
public record QrPath(int size, String path) {
  private static final int QUIET = 4;

  static QrPath of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
        }
      }
    }
    return new QrPath(code.size + 2 * QUIET, path.toString());
  }
}
