package de.lokalwillkommen.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LicencesTest {

  private Licences licences;

  @BeforeEach
  void read() throws IOException {
    licences = Licences.in(Path.of("src", "licences"));
  }

  private static ShippedJar stating(String... stated) {
    return new ShippedJar("dist/a.jar", "org", "a", "1", List.of(stated));
  }

  @Test
  void everyNameOfALicenceHasOneIdentifier() {
    assertThat(licences.of(stating("Apache License, Version 2.0"))).containsExactly("Apache-2.0");
    assertThat(licences.of(stating("https://www.apache.org/licenses/LICENSE-2.0.txt")))
        .containsExactly("Apache-2.0");
  }

  @Test
  void twoLicencesOfTheEclipseFoundationAreAChoice() {
    assertThat(licences.of(stating("EPL 2.0", "GPL2 w/ CPE", "EDL 1.0")))
        .containsExactlyInAnyOrder(
            "BSD-3-Clause", "EPL-2.0 OR GPL-2.0-only WITH Classpath-exception-2.0");
  }

  @Test
  void anUnknownLicenceAndNoneAreReported() {
    assertThatThrownBy(() -> licences.of(stating("My own terms")))
        .isInstanceOf(Licences.UnknownLicence.class)
        .hasMessageContaining("dist/a.jar")
        .hasMessageContaining("My own terms");
    assertThatThrownBy(() -> licences.of(stating()))
        .isInstanceOf(Licences.UnknownLicence.class)
        .hasMessageContaining("names no licence");
  }

  @Test
  void oneAllowedChoiceIsEnoughAndAForeignLicenceIsNotAllowed() {
    assertThat(licences.isAllowed("AGPL-3.0-only OR MIT")).isTrue();
    assertThat(licences.isAllowed("AGPL-3.0-only")).isFalse();
  }

  @Test
  void aJarIsReadWithItsCoordinatesAndLicences() throws IOException {
    ShippedJar jar =
        ShippedJar.read(
            "dist/apps/x.war!WEB-INF/lib/a-1.2.jar",
            jar(
                "Apache License, Version 2.0;link=here, https://opensource.org/license/mit",
                "META-INF/maven/org.a/a/pom.properties",
                "groupId=org.a\nartifactId=a\nversion=1.2\n"));

    assertThat(jar.group()).isEqualTo("org.a");
    assertThat(jar.version()).isEqualTo("1.2");
    assertThat(jar.name()).isEqualTo("a");
    assertThat(licences.of(jar)).containsExactlyInAnyOrder("Apache-2.0", "MIT");
  }

  @Test
  void onlyOurOwnGroupIsUnderOurLicence() {
    List<String> apache = List.of("Apache License 2.0");

    assertThat(licences.of(new ShippedJar("p", "de.lokalwillkommen", "core", "1", List.of())))
        .containsExactly("EUPL-1.2");
    assertThat(licences.of(new ShippedJar("p", "com.google.zxing", "core", "3", apache)))
        .containsExactly("Apache-2.0");
  }

  @Test
  void aJarThatSaysNothingHasTheNameAndVersionOfItsFile() throws IOException {
    byte[] silent = jar("", "x", "");

    ShippedJar jar =
        ShippedJar.read("dist/apps/a.war!WEB-INF/lib/prime-faces-15.0.13-jakarta.jar", silent);
    assertThat(jar.name()).isEqualTo("prime-faces");
    assertThat(jar.version()).isEqualTo("15.0.13");
    assertThat(ShippedJar.read("dist/payara/runtime/dtds.jar", silent).name()).isEqualTo("dtds");
  }

  @Test
  void thePomSaysMoreThanTheManifest() throws IOException {
    String pom = "<project><licenses><license><name>EDL 1.0</name></license></licenses></project>";

    ShippedJar jar =
        ShippedJar.read("dist/a.jar", jar("MIT License", "META-INF/maven/g/a/pom.xml", pom));

    assertThat(jar.stated()).containsExactly("EDL 1.0");
  }

  private static byte[] jar(String bundleLicense, String entry, String content) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Bundle-License", bundleLicense);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      jar.putNextEntry(new ZipEntry(entry));
      jar.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
