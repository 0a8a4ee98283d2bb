package io.tributary.jobs.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.spark.sql.catalyst.expressions.codegen.CodeAndComment;
import org.apache.spark.sql.catalyst.expressions.codegen.CodeGenerator;
import org.apache.spark.sql.catalyst.expressions.codegen.GeneratedClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkproject.guava.cache.CacheBuilder;
import org.sparkproject.guava.cache.CacheLoader;
import org.sparkproject.guava.cache.LoadingCache;
import scala.Tuple2;

class ProgramCacheTest {
  @TempDir private Path folder;

  /** The programs that had to be compiled. */
  private final List<String> compiled = new ArrayList<>();

  @Test
  void theNextProcessLoadsWhatThisOneCompiled() throws Exception {
    ProgramArchive first = archive();
    assertThat(run(first, "\"one\"")).isEqualTo("one");
    first.keep();
    compiled.clear();

    assertThat(run(archive(), "\"one\"")).isEqualTo("one");
    assertThat(compiled).isEmpty();
  }

  @Test
  void theSizesOfAProgramAreKeptWithIt() throws Exception {
    ProgramArchive first = archive();
    Object sizes = made(first, "\"one\"")._2();
    first.keep();

    assertThat(made(archive(), "\"one\"")._2()).isEqualTo(sizes);
  }

  @Test
  void anotherProgramIsCompiled() throws Exception {
    ProgramArchive first = archive();
    run(first, "\"one\"");
    first.keep();
    compiled.clear();

    assertThat(run(archive(), "\"two\"")).isEqualTo("two");
    assertThat(compiled).hasSize(1);
  }

  @Test
  void whatIsKeptStaysWhenMoreIsAdded() throws Exception {
    ProgramArchive first = archive();
    run(first, "\"one\"");
    first.keep();
    ProgramArchive second = archive();
    run(second, "\"two\"");
    second.keep();
    compiled.clear();

    ProgramArchive third = archive();
    assertThat(run(third, "\"one\"")).isEqualTo("one");
    assertThat(run(third, "\"two\"")).isEqualTo("two");
    assertThat(compiled).isEmpty();
  }

  @Test
  void oneProgramMoreAmongManyIsNotWorthWritingThemAgain() throws Exception {
    ProgramArchive first = archive();
    for (int number = 0; number < 20; number++) {
      run(first, "Integer.valueOf(" + number + ")");
    }
    first.keep();
    byte[] before = Files.readAllBytes(file());

    ProgramArchive second = archive();
    run(second, "\"one\"");
    second.keep();

    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  void aDamagedFileCostsACompilationAndNoMore() throws Exception {
    ProgramArchive first = archive();
    run(first, "\"one\"");
    first.keep();
    byte[] whole = Files.readAllBytes(file());
    byte[] changed = whole.clone();
    changed[changed.length - 10] ^= 1;

    for (byte[] damaged :
        List.of(
            new byte[0], "not one of ours".getBytes(StandardCharsets.UTF_8), cut(whole), changed)) {
      Files.write(file(), damaged);
      compiled.clear();
      assertThat(run(archive(), "\"one\"")).isEqualTo("one");
      assertThat(compiled).hasSize(1);
    }
  }

  @Test
  void aFolderThatIsNotThereIsNoFault() throws Exception {
    ProgramArchive archive = ProgramArchive.of(folder.resolve("none/programs.archive"));

    assertThat(run(archive, "\"one\"")).isEqualTo("one");
    archive.keep();

    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void aProgramOfAnotherLoaderIsCompiledOnce() throws Exception {
    ProgramArchive archive = archive();

    assertThat(run(archive, "\"one\"")).isEqualTo("one");
    assertThat(run(archive, "\"one\"")).isEqualTo("one");

    assertThat(compiled).hasSize(1);
  }

  @Test
  void theNameOfALambdaTellsNoProgramsApart() throws Exception {
    ProgramArchive first = archive();
    run(first, "\"ToScalaUDF$$$Lambda$5511/0x00007fd30e5445d8\".isEmpty()");
    first.keep();
    compiled.clear();

    assertThat(run(archive(), "\"ToScalaUDF$$$Lambda$71/0x00007fd30e0045d8\".isEmpty()"))
        .isEqualTo(false);
    assertThat(compiled).isEmpty();
  }

  @Test
  void sparksOwnCacheIsAsExpected() {
    Runnable keeping = ProgramCache.use(file());
    GeneratedClass program = CodeGenerator.compile(program("\"ours\""))._1();

    keeping.run();

    assertThat(program.generate(new Object[0])).isEqualTo("ours");
    assertThat(archive().find(ProgramArchive.digest(program("\"ours\"").body()))).isPresent();
  }

  private Path file() {
    return folder.resolve("programs.archive");
  }

  private ProgramArchive archive() {
    return ProgramArchive.of(file());
  }

  private Object run(ProgramArchive archive, String expression) throws ExecutionException {
    return ((GeneratedClass) made(archive, expression)._1()).generate(new Object[0]);
  }

  private Tuple2<?, ?> made(ProgramArchive archive, String expression) throws ExecutionException {
    LoadingCache<Object, Object> compiling =
        CacheBuilder.newBuilder()
            .build(
                new CacheLoader<>() {
                  @Override
                  public Object load(Object key) {
                    CodeAndComment program = (CodeAndComment) ((Tuple2<?, ?>) key)._2();
                    compiled.add(program.body());
                    return CodeGenerator.compile(program);
                  }
                });
    return (Tuple2<?, ?>)
        new ProgramCache(compiling, archive).get(new Tuple2<>(this, program(expression)));
  }

  /** A program as Spark generates them: the body of a class. */
  private static CodeAndComment program(String expression) {
    String body = "public Object generate(Object[] references) { return %s; }";
    return new CodeAndComment(
        body.formatted(expression),
        scala.jdk.javaapi.CollectionConverters.asScala(Map.<String, String>of()));
  }

  private static byte[] cut(byte[] whole) {
    return java.util.Arrays.copyOf(whole, whole.length / 2);
  }
}
