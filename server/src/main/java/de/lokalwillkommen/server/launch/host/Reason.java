package de.lokalwillkommen.server.launch.host;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** The reason why a file or folder cannot be used, in words for the operator. */
public final class Reason {
  private Reason() {}

  public static String of(IOException failure) {
    if (failure instanceof FileSystemException file) {
      return inWords(file) + " (" + file.getFile() + ")";
    }
    if (failure instanceof CharacterCodingException) {
      return "it is not written in UTF-8";
    }
    return Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
  }

  private static String inWords(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return "No such file or directory";
    }
    if (failure instanceof AccessDeniedException) {
      return "Permission denied";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "There is a file of that name";
    }
    return Optional.ofNullable(failure.getReason()).orElseGet(failure::toString);
  }
}
