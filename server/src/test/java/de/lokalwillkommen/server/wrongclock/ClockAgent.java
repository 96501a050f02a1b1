package de.lokalwillkommen.server.wrongclock;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Runs in the server's JVM and shifts the wall clock by the difference of {@link MachineClock},
 * wherever a class of the product, a library or the JDK reads it. The monotonic clock, the times of
 * files and what the JVM reads by itself stay right.
 */
public final class ClockAgent {

  /** Methods that read the wall clock, each with the method that shifts its result. */
  private static final Map<String, String> SHIFTS =
      Map.of(
          "java/lang/System.currentTimeMillis()J", "millis",
          "jdk/internal/misc/VM.getNanoTimeAdjustment(J)J", "nanos");

  private ClockAgent() {}

  /**
   * Called by the JVM before the server begins.
   *
   * @param file the file with the difference
   */
  public static void premain(String file, Instrumentation instrumentation)
      throws IOException, UnmodifiableClassException {
    MachineClock.follow(Path.of(file));
    Class<?>[] loaded =
        Arrays.stream(instrumentation.getAllLoadedClasses())
            .filter(instrumentation::isModifiableClass)
            .toArray(Class<?>[]::new);
    instrumentation.addTransformer(new Shifting(), true);
    instrumentation.retransformClasses(loaded);
  }

  private static final class Shifting implements ClassFileTransformer {

    @Override
    public byte[] transform(
        ClassLoader loader,
        String name,
        Class<?> before,
        ProtectionDomain domain,
        byte[] classFile) {
      String text = new String(classFile, StandardCharsets.ISO_8859_1);
      // plain code, since loading another class here would come back to this method
      boolean readsClock =
          text.contains("currentTimeMillis") || text.contains("getNanoTimeAdjustment");
      // null means unchanged
      return readsClock ? shift(classFile) : null;
    }

    private static byte[] shift(byte[] classFile) {
      ClassReader reader = new ClassReader(classFile);
      ClassWriter writer = new ClassWriter(reader, 0);
      reader.accept(new Methods(writer), 0);
      return writer.toByteArray();
    }
  }

  private static final class Methods extends ClassVisitor {

    Methods(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String type, String signature, String[] exceptions) {
      return new Calls(super.visitMethod(access, name, type, signature, exceptions));
    }
  }

  private static final class Calls extends MethodVisitor {

    Calls(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(int code, String owner, String name, String type, boolean ofType) {
      super.visitMethodInsn(code, owner, name, type, ofType);
      String shift = SHIFTS.get(owner + "." + name + type);
      if (shift != null) {
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC, Type.getInternalName(MachineClock.class), shift, "(J)J", false);
      }
    }
  }
}
