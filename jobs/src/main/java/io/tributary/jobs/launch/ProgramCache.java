package io.tributary.jobs.launch;

import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.spark.sql.catalyst.expressions.codegen.ByteCodeStats;
import org.apache.spark.sql.catalyst.expressions.codegen.CodeAndComment;
import org.apache.spark.sql.catalyst.expressions.codegen.CodeGenerator$;
import org.apache.spark.sql.catalyst.expressions.codegen.GeneratedClass;
import org.apache.spark.util.NonFateSharingCache;
import org.apache.spark.util.ParentClassLoader;
import org.apache.spark.util.Utils;
import org.codehaus.commons.compiler.util.reflect.ByteArrayClassLoader;
import org.sparkproject.guava.cache.ForwardingLoadingCache.SimpleForwardingLoadingCache;
import org.sparkproject.guava.cache.LoadingCache;
import scala.Tuple2;

/**
 * Spark's cache of compiled programs, with what earlier processes compiled behind it.
 *
 * <p>Spark writes a program in Java for each plan and compiles it; a night has well over a
 * thousand, most of them the night before's to the letter, and compiling them takes a seventh of
 * its time. Spark has no way to keep them, so its cache is replaced by this one; where it is not as
 * expected, nothing happens.
 */
public final class ProgramCache extends SimpleForwardingLoadingCache<Object, Object> {
  private static final String PROGRAM = "org.apache.spark.sql.catalyst.expressions.GeneratedClass";

  private final ProgramArchive archive;

  ProgramCache(LoadingCache<Object, Object> compiling, ProgramArchive archive) {
    super(compiling);
    this.archive = archive;
  }

  /**
   * Has Spark look where the system property {@code tributary.programs} says.
   *
   * @return what keeps the programs that were compiled since, for the next process
   */
  public static Runnable use() {
    String wanted = System.getProperty("tributary.programs");
    return wanted == null ? () -> {} : use(Path.of(wanted));
  }

  static Runnable use(Path file) {
    try {
      Field programs = CodeGenerator$.class.getDeclaredField("cache");
      programs.setAccessible(true);
      Field cache = NonFateSharingCache.class.getDeclaredField("cache");
      cache.setAccessible(true);
      return use(programs.get(null), cache, ProgramArchive.of(file));
    } catch (ReflectiveOperationException e) {
      return () -> {};
    }
  }

  @SuppressWarnings("unchecked")
  private static Runnable use(Object programs, Field cache, ProgramArchive archive)
      throws IllegalAccessException {
    if (cache.get(programs) instanceof LoadingCache<?, ?> compiling) {
      cache.set(programs, new ProgramCache((LoadingCache<Object, Object>) compiling, archive));
      return archive::keep;
    }
    return () -> {};
  }

  @Override
  public Object get(Object key) throws ExecutionException {
    Object known = delegate().getIfPresent(key);
    if (known != null) {
      return known;
    }
    // Spark tells programs apart by the loader of their classes too, so that the driver's and the
    // tasks' are two: both are loaded from what was compiled for the first.
    ByteBuffer digest = ProgramArchive.digest(((CodeAndComment) ((Tuple2<?, ?>) key)._2()).body());
    Optional<CompiledProgram> kept = archive.find(digest);
    if (kept.isPresent()) {
      Object made = loaded(kept.get());
      delegate().put(key, made);
      return made;
    }
    Object made = delegate().get(key);
    compiled((Tuple2<?, ?>) made).ifPresent(code -> archive.add(digest, code));
    return made;
  }

  /** As Spark makes it of what its compiler has made. */
  private static Tuple2<GeneratedClass, ByteCodeStats> loaded(CompiledProgram code) {
    ClassLoader parent = new ParentClassLoader(Utils.getContextOrSparkClassLoader());
    try {
      Class<?> program = new ByteArrayClassLoader(code.classes(), parent).loadClass(PROGRAM);
      return new Tuple2<>(
          (GeneratedClass) program.getConstructor().newInstance(),
          new ByteCodeStats(code.largestMethod(), code.largestPool(), code.innerClasses()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("What Spark compiled cannot be loaded again", e);
    }
  }

  private static Optional<CompiledProgram> compiled(Tuple2<?, ?> made) {
    ByteCodeStats sizes = (ByteCodeStats) made._2();
    return classes(made._1().getClass().getClassLoader())
        .map(
            classes ->
                new CompiledProgram(
                    classes,
                    sizes.maxMethodCodeSize(),
                    sizes.maxConstPoolSize(),
                    sizes.numInnerClasses()));
  }

  @SuppressWarnings("unchecked")
  private static Optional<Map<String, byte[]>> classes(ClassLoader loader) {
    if (!(loader instanceof ByteArrayClassLoader)) {
      return Optional.empty();
    }
    try {
      Field classes = ByteArrayClassLoader.class.getDeclaredField("classes");
      classes.setAccessible(true);
      return Optional.of((Map<String, byte[]>) classes.get(loader));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }
}
