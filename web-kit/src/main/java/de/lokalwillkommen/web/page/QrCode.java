package de.lokalwillkommen.web.page;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as the outline of its dark modules, to be drawn by an SVG path.
 *
 * @param size modules per side, with the quiet zone
 * @param path the value of the path's {@code d}
 */
public record QrCode(int size, String path) {

  private static final int QUIET = 4;

  /** The code for a text, with a quarter of it to spare against glare and fingerprints. */
  public static QrCode of(String text) {
    try {
      return of(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code: " + text.length(), e);
    }
  }

  /** The value of the SVG's {@code viewBox}. */
  public String viewBox() {
    return "0 0 " + size + " " + size;
  }

  private static QrCode of(ByteMatrix modules) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      int x = 0;
      while (x < modules.getWidth()) {
        int run = darkRun(modules, x, y);
        if (run > 0) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
          path.append('h').append(run).append("v1h-").append(run).append('z');
        }
        x += run + 1;
      }
    }
    return new QrCode(modules.getWidth() + 2 * QUIET, path.toString());
  }

  private static int darkRun(ByteMatrix modules, int x, int y) {
    int run = 0;
    while (x + run < modules.getWidth() && modules.get(x + run, y) == 1) {
      run++;
    }
    return run;
  }
}
