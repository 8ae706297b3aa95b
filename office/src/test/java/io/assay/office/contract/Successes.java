package io.assay.office.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Holds every test class to {@link Operation the list}: whatever operations stand there beside its
 * name have to be answered with success while it runs. A class of which only some tests run is held
 * to nothing.
 */
public final class Successes implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private static final Set<Operation> ANSWERED = new ConcurrentSkipListSet<>();
  private static volatile String running = "";

  private final Set<Method> begun = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Successes::keep));
  }

  /** Writes down who was answered, in the form of the list. */
  private static void keep() {
    try {
      Files.write(
          Path.of("target", "contract-answers.txt"),
          ANSWERED.stream().map(Operation::toString).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes a success of the test class that runs. */
  static void note(String operation) {
    ANSWERED.add(new Operation(operation, running));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running = context.getRequiredTestClass().getName();
    begun.clear();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    begun.add(context.getRequiredTestMethod());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (begun.containsAll(tests(context.getRequiredTestClass()))) {
      assertThat(Operation.listed().filter(it -> it.test().equals(running)))
          .as("operations that got no success from %s", running)
          .filteredOn(it -> !ANSWERED.contains(it))
          .isEmpty();
    }
  }

  private static Set<Method> tests(Class<?> type) {
    return Set.copyOf(
        Stream.of(type.getDeclaredMethods())
            .filter(it -> AnnotationSupport.isAnnotated(it, Testable.class))
            .toList());
  }
}
