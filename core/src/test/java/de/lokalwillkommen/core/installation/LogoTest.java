package de.lokalwillkommen.core.installation;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTest {

  /** A PNG that cannot be compressed. */
  static byte[] noise(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Random random = new Random(1);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        picture.setRGB(x, y, random.nextInt() | 0xff000000);
      }
    }
    return file(picture, "png");
  }

  private static byte[] plain(int width, int height, String format) {
    return file(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format);
  }

  private static byte[] file(BufferedImage picture, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      assertThat(ImageIO.write(picture, format, out)).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static BufferedImage shown(Logo logo) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(logo.png()));
  }

  private static String refusal(byte[] file) {
    return refusalOf(() -> Logo.ofUpload(file)).key();
  }

  @Test
  void nothingOfTheUploadSurvivesButItsPixels() {
    byte[] picture = plain(40, 30, "png");
    byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(picture, picture.length + script.length);
    System.arraycopy(script, 0, both, picture.length, script.length);

    Logo logo = Logo.ofUpload(both);

    assertThat(new String(logo.png(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
    assertThat(logo.png()).isEqualTo(Logo.ofUpload(picture).png());
    assertThat(logo.hash()).hasSize(32).isEqualTo(Logo.ofUpload(picture).hash());
  }

  @Test
  void aJpegBecomesAPng() throws IOException {
    Logo logo = Logo.ofUpload(plain(40, 30, "jpeg"));

    assertThat(logo.png()).startsWith(0x89, 'P', 'N', 'G');
    assertThat(shown(logo).getWidth()).isEqualTo(40);
  }

  @ParameterizedTest
  @ValueSource(ints = {640, 641, 2_000})
  void aWidePictureIsReducedInProportion(int width) throws IOException {
    BufferedImage picture = shown(Logo.ofUpload(plain(width, 100, "png")));

    assertThat(picture.getWidth()).isEqualTo(640);
    assertThat(picture.getHeight()).isEqualTo((int) Math.round(100 * 640.0 / width));
  }

  @Test
  void aSmallFileWithAHugePictureIsRefusedBeforeItIsDrawn() {
    assertThat(refusal(plain(2_001, 20, "png"))).isEqualTo("installation.logo.pixels");
    assertThat(refusal(plain(20, 2_001, "png"))).isEqualTo("installation.logo.pixels");
    assertThat(refusal(plain(15, 20, "png"))).isEqualTo("installation.logo.pixels");
  }

  @Test
  void aLargeFileIsRefusedAlsoOneThatBecomesLarge() {
    assertThat(refusal(new byte[Logo.MOST_BYTES + 1])).isEqualTo("installation.logo.large");
    byte[] photograph = photograph();
    assertThat(photograph.length).isLessThan(Logo.MOST_BYTES);
    assertThat(refusal(photograph)).isEqualTo("installation.logo.large");
  }

  /** A JPEG whose pixels do not fit into a PNG of that size. */
  private static byte[] photograph() {
    BufferedImage picture = new BufferedImage(600, 300, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int x = 0; x < 600; x++) {
      for (int y = 0; y < 300; y++) {
        picture.setRGB(x, y, random.nextInt());
      }
    }
    return file(picture, "jpeg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "GIF89a trailing",
        "BM trailing",
        "",
        "RIFFxxxxWEBPVP8 "
      })
  void anotherTypeIsRefusedWhateverItsName(String content) {
    assertThat(refusal(content.getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo("installation.logo.type");
  }

  @Test
  void aDamagedPictureIsRefused() {
    byte[] picture = noise(40, 30);
    assertThat(refusal(Arrays.copyOf(picture, picture.length / 2)))
        .isEqualTo("installation.logo.damaged");
    assertThat(refusal(Arrays.copyOf(picture, 20))).isEqualTo("installation.logo.damaged");
    byte[] wrong = picture.clone();
    Arrays.fill(wrong, 45, 200, (byte) 0);
    assertThat(refusal(wrong)).isEqualTo("installation.logo.damaged");
  }
}
