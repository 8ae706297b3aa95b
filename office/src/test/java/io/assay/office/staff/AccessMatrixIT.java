package io.assay.office.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Asks every page, form and operation as every role: each opens to its rights and nobody else. */
class AccessMatrixIT {
  private static TestOffice office;
  private static List<Door> doors;

  /** A method with the path that leads to it; what stands for a variable names nothing. */
  private record Door(RequestMethod method, String path, List<Right> rights) {
    boolean opensTo(Role role) {
      return rights.stream().anyMatch(right -> right.heldBy(role));
    }
  }

  @BeforeAll
  static void start() {
    office = TestOffice.start();
    doors =
        office.bean(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
            .filter(entry -> AllowedCheck.declared(entry.getValue()) != null)
            .flatMap(entry -> doors(entry.getKey(), entry.getValue()))
            .toList();
    assertThat(doors).hasSizeGreaterThan(150);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everyDoorOpensToItsRightsOnly_andBreaksForNobody(Role role) {
    String name = role.name().toLowerCase(Locale.ROOT).replace('_', '.');
    Browser browser = office.browserOf(name, role);
    String token = browser.token();
    for (Door door : doors) {
      int status = status(browser, door, token);
      assertThat(status).as("%s %s", role, door).isLessThan(500);
      assertThat(status == 403).as("%s %s: %s", role, door, status).isEqualTo(!door.opensTo(role));
    }
  }

  /** Pages are asked in a session, the interface with a token; its answer must be as described. */
  private static int status(Browser browser, Door door, String token) {
    if (door.path().startsWith("/api/")) {
      return browser.call(door.method().name(), door.path(), token, "{}").statusCode();
    }
    return door.method() == RequestMethod.GET
        ? browser.get(door.path()).statusCode()
        : browser.submit("/account/tokens", door.path(), Map.of()).statusCode();
  }

  private static Stream<Door> doors(RequestMappingInfo info, HandlerMethod handler) {
    @Nullable Allowed allowed = AllowedCheck.declared(handler);
    List<Right> rights = allowed == null ? List.of() : List.of(allowed.value());
    return info.getPatternValues().stream()
        .flatMap(
            path ->
                info.getMethodsCondition().getMethods().stream()
                    .map(method -> new Door(method, filled(path), rights)));
  }

  /** The path with the first word wherever it takes one of some words, and 0 for the rest. */
  private static String filled(String path) {
    return path.replaceAll("\\{\\w+:\\(?(\\w[\\w-]*)\\|[^}]*}", "$1").replaceAll("\\{[^}]*}+", "0");
  }
}
