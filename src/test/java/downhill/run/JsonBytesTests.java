package downhill.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonBytesTests {

  @Test
  void writesAlikeHoweverOften() {
    JsonBytes json = new JsonBytes(1);
    json.raw('[').numberAgain(0.1).raw(',').numberAgain(0.1).raw(',').number(7.5);
    json.raw(',').numberAgain(0.1).raw(',').numberAgain(-0.25).raw(',').numberAgain(-0.25);
    json.raw(',').numbers(new double[] {1, 1e300}).raw(',').whole(120).raw(']');
    assertThat(json.toString()).isEqualTo("[0.1,0.1,7.5,0.1,-0.25,-0.25,[1.0,1.0E300],120]");
  }

  @Test
  void tellsTheTwoZeroesApart() {
    JsonBytes json = new JsonBytes(8).numberAgain(0.0).raw(',').numberAgain(-0.0);
    assertThat(json.toString()).isEqualTo("0.0,-0.0");
  }

  @Test
  void writesNothingThatIsNotFinite() {
    JsonBytes json = new JsonBytes(8);
    json.numbers(new double[] {Double.NaN, Double.POSITIVE_INFINITY});
    json.numberAgain(Double.NaN).numberAgain(Double.NaN);
    assertThat(json.toString()).isEqualTo("[null,null]nullnull");
  }

  @Test
  void addsMembersToTheObjectThatIsOpen() {
    JsonBytes json = new JsonBytes(8).raw("{\"k\":1");
    json.members(more -> {}).members(more -> more.writeStringProperty("año", "∇")).raw('}');
    assertThat(json.toString()).isEqualTo("{\"k\":1,\"año\":\"∇\"}");
  }
}
