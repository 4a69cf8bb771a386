package downhill.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseholdTests {

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.7", "", "unknown", "not:an:address", "::ffff:203.0.113.7"})
  void anAddressOfItsOwnIsItself(String address) {
    assertThat(Household.of(address)).isEqualTo(address);
  }

  @Test
  void aNetworkOfIpv6IsOne() {
    String one = Household.of("2001:db8:1:2::7");
    assertThat(Household.of("2001:DB8:1:2:ffff:ffff:ffff:ffff")).isEqualTo(one);
    assertThat(Household.of("2001:db8:1:2:0:0:0:8%0")).isEqualTo(one);
    assertThat(Household.of("2001:db8:1:3::7")).isNotEqualTo(one);
    assertThat(Household.of("::1")).isNotEqualTo(one);
  }
}
