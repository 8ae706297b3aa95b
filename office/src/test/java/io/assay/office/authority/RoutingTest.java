package io.assay.office.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.office.authority.Authority.Channel;
import io.assay.office.authority.Authority.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {
  private static final List<Authority> REGISTER =
      List.of(
          of("cac", Kind.CAC, "", "", true),
          of("cac-beijing", Kind.CAC, "110000", "", true),
          of("cac-guangdong", Kind.CAC, "440000", "", true),
          of("cac-shenzhen", Kind.CAC, "440300", "", true),
          of("cac-retired", Kind.CAC, "310000", "", false),
          of("cac-rumors", Kind.CAC, "310000", "rumor", true),
          of("police", Kind.POLICE, "", "crime A.1", true),
          of("police-beijing", Kind.POLICE, "110000", "crime", true),
          of("telecom", Kind.TELECOM, "", "telecom", true));

  @ParameterizedTest
  @CsvSource({
    "'', '', cac",
    "'', A.2.1, cac",
    "110000, A.2.1, cac-beijing",
    "110105, A.2.1, cac-beijing",
    "440305, A.2.1, cac-shenzhen",
    "440106, A.2.1, cac-guangdong",
    "310000, A.2.1, cac",
    "310115, rumor, cac-rumors",
    "500000, rumor, cac",
    "'', crime, police",
    "110105, crime, police-beijing",
    "440305, crime, police",
    "440305, A.1.8, police",
    "440305, A.12, cac-shenzhen",
    "110105, crime-fraud, police-beijing",
    "110105, telecom, telecom",
    "999999, '', cac",
  })
  void theNearestThatIsNamedForTheType_elseTheNearestCyberspaceAdministration(
      String region, String type, String recipient) {
    assertThat(Routing.recipient(REGISTER, region, type).id()).isEqualTo(recipient);
  }

  @Test
  void thereIsAlwaysSomebody_orTheRegisterIsBroken() {
    assertThatThrownBy(
            () ->
                Routing.recipient(
                    List.of(of("police", Kind.POLICE, "", "crime", true)), "110000", "A.2.1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("110000");
  }

  private static Authority of(String id, Kind kind, String region, String types, boolean inForce) {
    return new Authority(
        id,
        id,
        id,
        kind,
        region,
        types,
        Channel.MANUAL,
        "",
        "",
        Instant.EPOCH,
        inForce ? null : Instant.EPOCH);
  }
}
