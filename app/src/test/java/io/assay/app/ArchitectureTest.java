package io.assay.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** The arrows and habits of docs/architecture.md. */
@AnalyzeClasses(packages = "io.assay", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule arrowsPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("io.assay..")
          .layer("app")
          .definedBy("io.assay.app..")
          .layer("office")
          .definedBy("io.assay.office..")
          .layer("gateway")
          .definedBy("io.assay.gateway..")
          .layer("mark")
          .definedBy("io.assay.mark..")
          .layer("review")
          .definedBy("io.assay.review..")
          .layer("ledger")
          .definedBy("io.assay.ledger..")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("office")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("gateway")
          .mayOnlyBeAccessedByLayers("app", "office")
          .whereLayer("mark")
          .mayOnlyBeAccessedByLayers("app", "office", "gateway")
          .whereLayer("review")
          .mayOnlyBeAccessedByLayers("app", "office", "gateway")
          .whereLayer("ledger")
          .mayOnlyBeAccessedByLayers("app", "office", "gateway");

  @ArchTest
  static final ArchRule librariesKnowNoFramework =
      noClasses()
          .that()
          .resideInAnyPackage("io.assay.mark..", "io.assay.review..", "io.assay.ledger..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..");

  @ArchTest
  static final ArchRule theLedgerNeedsTheJdkAlone =
      classes()
          .that()
          .resideInAPackage("io.assay.ledger..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.assay.ledger..",
              "java..",
              "javax..",
              "com.sun.net.httpserver..",
              "org.w3c.dom..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule theGatewayCallsWithOneClient =
      noClasses()
          .that()
          .resideInAPackage("io.assay.gateway..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http..");

  @ArchTest
  static final ArchRule onlyStoresSpeakSql =
      noClasses()
          .that()
          .resideInAPackage("io.assay.office..")
          .and()
          .haveSimpleNameNotEndingWith("Store")
          .and()
          .resideOutsideOfPackage("io.assay.office.database..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient");

  @ArchTest
  static final ArchRule contentIsOpenedAtOneDoor =
      noClasses()
          .that()
          .resideInAPackage("io.assay.office..")
          .and()
          .resideOutsideOfPackage("io.assay.office.content..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.assay.ledger.vault.Vault");

  @ArchTest
  static final ArchRule gatewayFeaturesHaveNoCycles =
      slices().matching("io.assay.gateway.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule officeFeaturesHaveNoCycles =
      slices().matching("io.assay.office.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noDrawers =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..",
              "..utils..",
              "..common..",
              "..helper..",
              "..impl..",
              "..manager..",
              "..dto..");

  @ArchTest
  static final ArchRule noFieldInjection = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  @ArchTest
  static final ArchRule timeComesFromAClock =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callConstructor(java.util.Date.class);
}
