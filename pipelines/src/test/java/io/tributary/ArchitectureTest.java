package io.tributary;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

@AnalyzeClasses(packages = "io.tributary", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** They read landing in tasks, or set their step's session. */
  private static final Set<String> HOLDING_A_SESSION =
      Set.of(
          "io.tributary.bronze.Bronze",
          "io.tributary.bronze.LandedFiles",
          "io.tributary.silver.admission.Admission");

  /** What every layer calls a record's key, whoever made the record. */
  private static final String RECORDS = "io.tributary.bronze.Records";

  private static final Set<String> CLOCK =
      Set.of(
          "now", "currentTimeMillis", "nanoTime", "current_date", "current_timestamp", "curdate");

  private static final Set<String> WHOLE_OBJECTS = Set.of("bean", "kryo", "javaSerialization");

  @ArchTest static final ArchRule lakeKnowsNobodyAboveIt = layer("lake").knowsOnly("lake");

  @ArchTest static final ArchRule modelsKnowNobody = layer("models").knowsOnly("models");

  @ArchTest
  static final ArchRule bronzeStandsOnTheLake = layer("bronze").knowsOnly("bronze", "lake");

  @ArchTest
  static final ArchRule silverStandsOnBronze =
      layer("silver").knowsOnly("silver", "bronze", "models", "lake");

  @ArchTest
  static final ArchRule goldStandsOnSilver =
      layer("gold").knowsOnly("gold", "silver", "models", "lake");

  @ArchTest
  static final ArchRule aGoldPackageReadsEarlierOnesOnly =
      slices().matching("io.tributary.gold.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule modelsAreMathematicsWithoutSpark =
      noClasses()
          .that(resideInAPackage("io.tributary.models.."))
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.apache..", "io.delta..", "scala.."));

  @ArchTest
  static final ArchRule onlyTheLakeTouchesStorage =
      noClasses()
          .that(are("outside the lake", name -> !name.startsWith("io.tributary.lake.")))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.apache.spark.sql.delta..",
                  "io.delta..",
                  "org.apache.hadoop.fs..",
                  "org.apache.spark.sql.catalog.."));

  @ArchTest
  static final ArchRule transformationsKnowNoSession =
      noClasses()
          .that(are("outside the lake", name -> !name.startsWith("io.tributary.lake.")))
          .and(are("not listed", name -> !HOLDING_A_SESSION.contains(name)))
          .should()
          .dependOnClassesThat(are("a session", SparkSession.class.getName()::equals));

  @ArchTest static final ArchRule nobodyHerePrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule nobodyHereReadsTheClock =
      noClasses()
          .should()
          .callMethodWhere(call("reads the clock", call -> CLOCK.contains(call.getName())))
          .orShould()
          .callMethodWhere(
              call(
                  "makes a clock",
                  call ->
                      call.getTargetOwner().getName().equals("java.time.Clock")
                          && call.getName().startsWith("system")));

  @ArchTest
  static final ArchRule nobodyHereReadsTheEnvironment =
      noClasses()
          .should()
          .callMethodWhere(call("reads the environment", call -> call.getName().equals("getenv")));

  /** Spark maps a record to columns by bean rules it does not follow, and fails silently. */
  @ArchTest
  static final ArchRule noRecordCrossesAnEncoder =
      noClasses()
          .should()
          .callMethodWhere(
              call(
                  "encodes a whole object",
                  call ->
                      call.getTargetOwner().getName().equals(Encoders.class.getName())
                          && WHOLE_OBJECTS.contains(call.getName())))
          .orShould()
          .callMethodWhere(
              call(
                  "makes rows of beans",
                  call ->
                      call.getName().equals("createDataFrame")
                          && call.getTarget().getRawParameterTypes().stream()
                              .anyMatch(type -> type.isEquivalentTo(Class.class))));

  /** The layer of a package, to be given what it may know. */
  private record Layer(String name) {
    ArchRule knowsOnly(String... known) {
      String[] packages =
          Stream.of(known).map(layer -> "io.tributary." + layer + "..").toArray(String[]::new);
      return noClasses()
          .that(resideInAPackage("io.tributary." + name + ".."))
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.tributary..")
                  .and(DescribedPredicate.not(resideInAnyPackage(packages)))
                  .and(are("not " + RECORDS, other -> !mayName(other))));
    }

    private boolean mayName(String other) {
      return name.equals("gold") && other.equals(RECORDS);
    }
  }

  private static Layer layer(String name) {
    return new Layer(name);
  }

  private static DescribedPredicate<JavaClass> are(String description, Predicate<String> name) {
    return describe(description, type -> name.test(type.getName()));
  }

  private static DescribedPredicate<JavaMethodCall> call(
      String description, Predicate<JavaMethodCall> call) {
    return describe(description, call);
  }
}
