package de.lokalwillkommen.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

  private static final String ADDRESS =
      "https://termine.example.org/kiosk/t/AAAAAAAAJxEXWxxQY8O3OEDr8SRhBIHv";
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
  private static final int SCALE = 4;

  @Test
  void aPhoneReadsTheAddressFromThePath() throws Exception {
    QrCode code = QrCode.of(ADDRESS);

    Result read = new QRCodeReader().decode(drawn(code));

    assertThat(read.getText()).isEqualTo(ADDRESS);
  }

  @Test
  void aQuietZoneOfFourModulesSurroundsIt() {
    QrCode code = QrCode.of(ADDRESS);

    assertThat(code.viewBox()).isEqualTo("0 0 " + code.size() + " " + code.size());
    assertThat(code.path()).startsWith("M4 4h7v1h-7z");
  }

  private static BinaryBitmap drawn(QrCode code) {
    int side = code.size() * SCALE;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, 0xffffff);
    Matcher run = RUN.matcher(code.path());
    while (run.find()) {
      int x = Integer.parseInt(run.group(1)) * SCALE;
      int y = Integer.parseInt(run.group(2)) * SCALE;
      int length = Integer.parseInt(run.group(3)) * SCALE;
      for (int line = y; line < y + SCALE; line++) {
        Arrays.fill(pixels, line * side + x, line * side + x + length, 0);
      }
    }
    return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
  }
}
