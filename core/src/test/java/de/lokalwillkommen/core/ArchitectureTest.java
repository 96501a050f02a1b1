package de.lokalwillkommen.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import de.lokalwillkommen.core.kernel.DomainEvent;
import de.lokalwillkommen.core.kernel.Infrastructure;
import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.kernel.UseCase;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The package order of the core, as enforced rules. Every package is named once, here. */
class ArchitectureTest {

  private static final String CORE = "de.lokalwillkommen.core.";

  /**
   * The packages in their order, each with those it may use; all of them come before it. A later
   * package is reached by events or through a port of the earlier one.
   */
  static final Map<String, Set<String>> MAY_USE = inOrder();

  private static Map<String, Set<String>> inOrder() {
    Map<String, Set<String>> order = new LinkedHashMap<>();
    order.put("kernel", Set.of());
    order.put("retention", Set.of());
    order.put("relay", Set.of("kernel"));
    order.put("storage", Set.of("kernel"));
    order.put("dayorders", Set.of("kernel", "retention"));
    order.put("offices", Set.of("kernel", "dayorders"));
    order.put("staff", Set.of("kernel", "retention", "offices"));
    order.put("texts", Set.of("kernel", "storage", "staff"));
    order.put("installation", Set.of("kernel", "offices", "staff"));
    order.put("secondfactor", Set.of("kernel", "offices", "staff"));
    order.put("people", Set.of("kernel", "offices", "staff"));
    order.put("federation", Set.of("kernel", "offices", "staff", "people"));
    order.put("history", Set.of("kernel", "retention", "staff"));
    order.put("devices", Set.of("kernel", "offices", "staff"));
    order.put("ticketing", Set.of("kernel", "retention", "storage", "offices", "staff"));
    order.put("today", Set.of("kernel", "offices", "staff", "ticketing"));
    order.put("calling", Set.of("kernel", "offices", "staff", "ticketing", "today"));
    order.put("enquiries", Set.of("kernel", "storage", "offices", "staff"));
    order.put("timetable", Set.of("kernel", "offices"));
    // the calling order decides the place in line of an appointment
    order.put(
        "booking",
        Set.of(
            "kernel",
            "retention",
            "storage",
            "offices",
            "staff",
            "ticketing",
            "calling",
            "timetable"));
    order.put(
        "availability",
        Set.of("kernel", "offices", "staff", "history", "ticketing", "timetable", "booking"));
    order.put("arranging", Set.of("kernel", "offices", "staff", "texts", "ticketing", "booking"));
    order.put(
        "waitlist",
        Set.of("kernel", "storage", "offices", "staff", "ticketing", "timetable", "booking"));
    order.put(
        "rebooking",
        Set.of("kernel", "offices", "staff", "ticketing", "timetable", "booking", "availability"));
    order.put("leadtime", Set.of("kernel", "offices", "timetable", "booking"));
    order.put("forecast", Set.of("kernel", "offices", "staff"));
    order.put("letters", Set.of("kernel", "offices", "booking", "waitlist"));
    order.put(
        "webhooks",
        Set.of("kernel", "retention", "offices", "staff", "ticketing", "booking", "waitlist"));
    order.put(
        "visits",
        Set.of("kernel", "retention", "offices", "staff", "ticketing", "enquiries", "booking"));
    order.put("board", Set.of("kernel", "dayorders", "offices", "ticketing", "forecast"));
    order.put(
        "overseeing",
        Set.of(
            "kernel",
            "dayorders",
            "offices",
            "staff",
            "devices",
            "ticketing",
            "calling",
            "enquiries",
            "booking",
            "forecast"));
    return order;
  }

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("de.lokalwillkommen.core");

  static List<String> packages() {
    return MAY_USE.keySet().stream().sorted().toList();
  }

  @Test
  void everyPackageUsesOnlyEarlierOnes() {
    List<String> order = List.copyOf(MAY_USE.keySet());
    MAY_USE.forEach(
        (name, used) ->
            assertThat(order.subList(0, order.indexOf(name))).as(name).containsAll(used));
  }

  @Test
  void everyPackageIsNamedHereAndExists() {
    assertThat(CLASSES.stream().map(c -> featureOf(c)).distinct())
        .containsExactlyInAnyOrderElementsOf(packages());
  }

  private static String featureOf(JavaClass type) {
    return type.getPackageName().substring(CORE.length()).split("\\.")[0];
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageUsesOnlyThoseItMay(String name) {
    List<String> others = new ArrayList<>(MAY_USE.keySet());
    others.remove(name);
    others.removeAll(MAY_USE.get(name));
    assertThat(others).isNotEmpty();
    noClasses()
        .that()
        .resideInAPackage(CORE + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others.stream().map(o -> CORE + o + "..").toArray(String[]::new))
        .check(CLASSES);
  }

  /** Otherwise the list would allow arrows that the design no longer needs. */
  @ParameterizedTest
  @MethodSource("packages")
  void aPackageUsesEveryOneThatItMay(String name) {
    assertThat(
            CLASSES.stream()
                .filter(type -> featureOf(type).equals(name))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(type -> type.getPackageName().startsWith(CORE))
                .map(ArchitectureTest::featureOf))
        .containsAll(MAY_USE.get(name));
  }

  /**
   * A class that reacts to an event observes it: the publishing class does not call it, and no
   * class receives it in a constructor.
   */
  @Test
  void noPublisherDependsOnAnObserver() {
    List<JavaClass> reacting =
        CLASSES.stream()
            .filter(type -> type.getMethods().stream().anyMatch(ArchitectureTest::hearsAFact))
            .filter(type -> !featureOf(type).equals("relay"))
            .toList();
    assertThat(reacting).isNotEmpty();
    assertThat(reacting.stream().flatMap(type -> type.getDirectDependenciesToSelf().stream()))
        .allSatisfy(
            use -> assertThat(reacting).as(use.getDescription()).contains(use.getOriginClass()));
  }

  private static boolean hearsAFact(JavaMethod method) {
    return method.getParameters().stream()
        .filter(parameter -> parameter.isAnnotatedWith(Observes.class))
        .anyMatch(parameter -> parameter.getRawType().isAssignableTo(DomainEvent.class));
  }

  @Test
  void thereAreNoCycles() {
    slices().matching(CORE + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theCoreKnowsNoWebAndNoServer() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.faces..",
            "jakarta.servlet..",
            "jakarta.websocket..",
            "jakarta.ws.rs..",
            "org.primefaces..",
            "fish.payara..")
        .check(CLASSES);
  }

  @Test
  void onlyTheRelayKnowsTheDataGrid() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CORE + "relay..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.hazelcast..", CORE + "relay.bus..")
        .check(CLASSES);
  }

  @Test
  void entitiesAndValuesUseJavaAndPersistenceOnly() {
    classes()
        .that()
        .areAnnotatedWith(Entity.class)
        .or()
        .areAnnotatedWith(Embeddable.class)
        .or()
        .areEnums()
        .should()
        .onlyDependOnClassesThat(
            describe(
                "are Java, persistence or values of the core",
                (JavaClass c) ->
                    c.isPrimitive()
                        || c.isArray()
                        || PackageMatcher.of("java..").matches(c.getPackageName())
                        || PackageMatcher.of("jakarta.persistence..").matches(c.getPackageName())
                        || c.getPackageName().startsWith("de.lokalwillkommen.core")
                            && !c.isAnnotatedWith(UseCase.class)
                            && !c.isAnnotatedWith(ReadModel.class)))
        .check(CLASSES);
  }

  /** A list instead of a scan, which saves time at every start. */
  @Test
  void everyPersistentTypeIsListed() throws IOException {
    String unit;
    try (InputStream in = getClass().getResourceAsStream("/META-INF/persistence.xml")) {
      unit = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(CLASSES.stream())
        .filteredOn(
            c ->
                c.isAnnotatedWith(Entity.class)
                    || c.isAnnotatedWith(Embeddable.class)
                    || c.isAnnotatedWith(Converter.class))
        .isNotEmpty()
        .allSatisfy(c -> assertThat(unit).contains("<class>" + c.getName() + "</class>"));
  }

  @Test
  void entitiesHaveNoSetters() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Entity.class)
        .and()
        .arePublic()
        .should()
        .haveNameNotStartingWith("set")
        .check(CLASSES);
  }

  @Test
  void transactionsBelongToUseCasesAndReadModels() {
    methods()
        .that()
        .areAnnotatedWith(Transactional.class)
        .should()
        .beDeclaredInClassesThat()
        .areAnnotatedWith(UseCase.class)
        .check(CLASSES);
    classes()
        .that()
        .areAnnotatedWith(Transactional.class)
        .should()
        .be(UseCase.class)
        .orShould()
        .be(ReadModel.class)
        .check(CLASSES);
  }

  @Test
  void readModelsReturnNoEntities() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(ReadModel.class)
        .and()
        .arePublic()
        .should(
            new ArchCondition<JavaMethod>("answer no entities, not even in a list") {
              @Override
              public void check(JavaMethod method, ConditionEvents found) {
                method.getReturnType().getAllInvolvedRawTypes().stream()
                    .filter(type -> type.isAnnotatedWith(Entity.class))
                    .forEach(
                        type ->
                            found.add(
                                SimpleConditionEvent.violated(
                                    method, method.getFullName() + " answers " + type.getName())));
              }
            })
        .check(CLASSES);
  }

  @Test
  void onlyTheClockReadsTheTime() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CORE + "kernel.time..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .check(CLASSES);
  }

  /** Applications may use it without a use case in between. */
  @Test
  void infrastructureKnowsNoEntitiesAndNoDatabase() {
    noClasses()
        .that()
        .areAnnotatedWith(Infrastructure.class)
        .should()
        .dependOnClassesThat()
        .areAnnotatedWith(Entity.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(EntityManager.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.sql..")
        .check(CLASSES);
  }

  /** Applications may pass stored values like records. */
  @Test
  void publicStoredValuesDoNotChange() {
    noClasses()
        .should()
        .accessFieldWhere(
            describe(
                "a value is changed after its creation",
                (JavaFieldAccess access) ->
                    access.getAccessType() == JavaFieldAccess.AccessType.SET
                        && isPublicStoredValue(access.getTargetOwner())
                        && !access.getOrigin().isConstructor()
                        && !access.getOrigin().getName().equals("<clinit>")))
        .check(CLASSES);
    assertThat(CLASSES.stream()).anyMatch(ArchitectureTest::isPublicStoredValue);
  }

  private static boolean isPublicStoredValue(JavaClass type) {
    return type.isAnnotatedWith(Embeddable.class) && type.getModifiers().contains(PUBLIC);
  }

  @Test
  void eventsAreSerializableRecords() {
    classes()
        .that()
        .implement(DomainEvent.class)
        .should()
        .beRecords()
        .andShould()
        .beAssignableTo(Serializable.class)
        .check(CLASSES);
  }

  @Test
  void thereIsNoMutableStaticState() {
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage(CORE + "relay.bus..")
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(CLASSES);
  }
}
