package de.lokalwillkommen.core.installation;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The logo of the installation: a PNG that this server has drawn itself from the pixels of an
 * uploaded picture, so that nothing else of the upload survives.
 *
 * @param base64 the PNG file as it is stored
 */
public record Logo(String base64) {

  /** The most bytes of an uploaded picture. */
  public static final int MOST_BYTES = 180_000;

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

  // of the upload: a small file may name a picture that fills the memory
  private static final int LEAST_PIXELS = 16;
  private static final int MOST_PIXELS = 2_000;

  // of the stored picture: twice the largest size in which it is shown
  private static final int WIDEST = 640;
  private static final int HIGHEST = 320;

  /**
   * The logo in an uploaded file, reduced to at most 640 × 320 pixels.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if the file is too large, is
   *     neither PNG nor JPEG by its content, is damaged, or has less than 16 or more than 2000
   *     pixels on a side
   */
  public static Logo ofUpload(byte[] file) {
    if (file.length > MOST_BYTES) {
      throw refused("installation.logo.large");
    }
    BufferedImage picture = decoded(file, formatOf(file));
    byte[] png = encoded(reduced(picture));
    if (png.length > MOST_BYTES) {
      throw refused("installation.logo.large");
    }
    return new Logo(Base64.getEncoder().encodeToString(png));
  }

  /** The picture as a PNG file. */
  public byte[] png() {
    return Base64.getDecoder().decode(base64);
  }

  /** A word that another picture does not have, for its address. */
  public String hash() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(png());
      return HexFormat.of().formatHex(digest).substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String formatOf(byte[] file) {
    if (startsWith(file, PNG)) {
      return "png";
    }
    if (startsWith(file, JPEG)) {
      return "jpeg";
    }
    throw refused("installation.logo.type");
  }

  private static boolean startsWith(byte[] file, byte[] magic) {
    return file.length > magic.length
        && Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
  }

  private static BufferedImage decoded(byte[] file, String format) {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      requireFits(reader.getWidth(0));
      requireFits(reader.getHeight(0));
      return reader.read(0);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
      throw refused("installation.logo.damaged");
    } finally {
      reader.dispose();
    }
  }

  private static void requireFits(int pixels) {
    if (pixels < LEAST_PIXELS || pixels > MOST_PIXELS) {
      throw refused("installation.logo.pixels");
    }
  }

  private static BufferedImage reduced(BufferedImage picture) {
    double scale =
        Math.min(
            1.0,
            Math.min(WIDEST / (double) picture.getWidth(), HIGHEST / (double) picture.getHeight()));
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = drawn.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(picture, 0, 0, width, height, null);
    pen.dispose();
    return drawn;
  }

  private static byte[] encoded(BufferedImage picture) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (var out = new MemoryCacheImageOutputStream(file)) {
      writer.setOutput(out);
      writer.write(picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }

  private static RuntimeException refused(String key) {
    return Refusal.of(Kind.INVALID, key, MOST_BYTES / 1_000).with("field", "logo").asException();
  }
}
