package de.lokalwillkommen.server.archive;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;

/** The age format (age-encryption.org/v1) with X25519 keys. */
final class Age {
  private static final byte[] BEGINNING = "age-encryption.org/".getBytes(StandardCharsets.US_ASCII);

  private Age() {}

  static boolean isEncrypted(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(BEGINNING.length), BEGINNING);
    }
  }

  /**
   * Opens a file; what is written goes into it encrypted.
   *
   * @param recipient the public key, {@code age1…}
   * @throws UnusableArchive if that is none
   */
  static WritableByteChannel encrypt(Path file, String recipient) throws IOException {
    FileChannel out = null;
    try {
      RecipientStanzaWriter writer =
          X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
      out = FileChannel.open(file, StandardOpenOption.WRITE);
      return new StandardEncryptingChannelFactory().newEncryptingChannel(out, List.of(writer));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new UnusableArchive("this is no recipient of the age format: " + recipient, e);
    } catch (IOException e) {
      close(out, e);
      throw e;
    }
  }

  private static void close(Closeable opened, Exception failure) {
    try {
      if (opened != null) {
        opened.close();
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * The decrypted content; reading it to its end shows that nothing is missing.
   *
   * @param identity the secret key, {@code AGE-SECRET-KEY-1…}
   * @throws UnusableArchive if it does not fit
   */
  static InputStream decrypt(Path file, String identity) throws IOException {
    ReadableByteChannel in = Files.newByteChannel(file);
    try {
      return Channels.newInputStream(decrypt(in, identity));
    } catch (IOException | UnusableArchive e) {
      close(in, e);
      throw e;
    }
  }

  private static ReadableByteChannel decrypt(ReadableByteChannel in, String identity)
      throws IOException {
    try {
      RecipientStanzaReader reader =
          X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity);
      return new StandardDecryptingChannelFactory().newDecryptingChannel(in, List.of(reader));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new UnusableArchive("the archive is encrypted for another identity", e);
    }
  }
}
