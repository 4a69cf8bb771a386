package downhill.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A conversation over a line that lets a frame leave only when the test says so. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ConversationTests {

  private static final String START =
      "{\"type\":\"start\",\"run\":\"%s\",\"spec\":{\"objective\":{\"curve\":\"valley\"},"
          + "\"optimizer\":{\"name\":\"sgd\",\"learningRate\":0.001},\"steps\":10000}}";
  private static final String REQUEST = "{\"type\":\"request\",\"run\":\"%s\",\"n\":%d}";

  @Autowired Desk desk;
  private final SlowLine line = new SlowLine();
  private Conversation conversation;

  @BeforeEach
  void begin() {
    conversation = new Conversation(line, desk);
  }

  @Test
  void computesNothingWhileAFrameIsOnItsWay() {
    say(START, "a");
    line.leave();
    say(REQUEST, "a", 1000);
    assertThat(line.frames).hasSize(2);
    say(REQUEST, "a", 1000);
    assertThat(line.frames).hasSize(2);
    line.leave();
    assertThat(line.frames).hasSize(3);
  }

  @Test
  void letsTheRunsTakeTurns() {
    say(START, "a");
    line.leave();
    say(START, "b");
    line.leave();
    say(REQUEST, "a", 1000);
    say(REQUEST, "b", 1000);
    for (int i = 0; i < 5; i++) {
      line.leave();
    }
    List<String> turns =
        line.frames.stream()
            .skip(2)
            .map(frame -> frame.replaceAll(".*?\"run\":\"(.)\".*", "$1"))
            .toList();
    assertThat(turns).containsExactly("a", "b", "a", "b", "a", "b");
  }

  @Test
  void hangsUpOnAPageThatAsksAndAsksAndDoesNotRead() {
    for (int i = 0; i < 100; i++) {
      say(START, "a");
    }
    assertThat(line.frames).hasSize(1);
    assertThat(line.hungUp).isFalse();
    for (int i = 0; i < 100 && !line.hungUp; i++) {
      line.leave();
    }
    assertThat(line.hungUp).isTrue();
    assertThat(line.frames).hasSize(65);
  }

  private void say(String frame, Object... values) {
    conversation.hear(frame.formatted(values));
  }

  /** Keeps each frame on its way until it is told to let it leave. */
  private static final class SlowLine implements Line {

    final List<String> frames = new ArrayList<>();
    boolean hungUp;
    private Runnable sent = () -> {};

    @Override
    public void send(Frame frame, Runnable left) {
      frames.add(frame.toString());
      sent = left;
    }

    @Override
    public void hangUp() {
      hungUp = true;
    }

    void leave() {
      Runnable left = sent;
      sent = () -> {};
      left.run();
    }
  }
}
