package downhill.stream;

import downhill.run.Household;
import downhill.run.Tongue;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;

/**
 * {@code /ws/runs}: turns a page's request into a connection, as RFC 6455 has it. Anybody's page
 * may connect: there is no cookie and no account that it could abuse. Of what is offered beside,
 * such as compression, which triples the memory of a connection, nothing is taken.
 */
@Component
class Handshake implements HttpRequestHandler {

  private static final String VERSION = "13";
  private static final String PROTOCOL = "websocket";
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int KEY_BYTES = 16;

  private final Gate gate;
  private final Switchboard switchboard;
  private final Turns turns;

  Handshake(Gate gate, Switchboard switchboard, Turns turns) {
    this.gate = gate;
    this.turns = turns;
    this.switchboard = switchboard;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String key = request.getHeader(WebSocketHttpHeaders.SEC_WEBSOCKET_KEY);
    if (!request.getMethod().equals("GET")) {
      response.setHeader(HttpHeaders.ALLOW, "GET");
      response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
    } else if (!names(request, HttpHeaders.UPGRADE, PROTOCOL)
        || !names(request, HttpHeaders.CONNECTION, HttpHeaders.UPGRADE)) {
      response.setHeader(HttpHeaders.UPGRADE, PROTOCOL);
      response.sendError(HttpStatus.UPGRADE_REQUIRED.value());
    } else if (!VERSION.equals(request.getHeader(WebSocketHttpHeaders.SEC_WEBSOCKET_VERSION))) {
      response.setHeader(WebSocketHttpHeaders.SEC_WEBSOCKET_VERSION, VERSION);
      response.sendError(HttpStatus.UPGRADE_REQUIRED.value());
    } else if (!isKey(key)) {
      response.sendError(HttpStatus.BAD_REQUEST.value());
    } else if (gate.letsIn(request, response)) {
      upgrade(request, response, key);
    }
  }

  private static boolean names(HttpServletRequest request, String header, String word) {
    return Collections.list(request.getHeaders(header)).stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .anyMatch(each -> each.strip().equalsIgnoreCase(word));
  }

  private static boolean isKey(@Nullable String key) {
    try {
      return key != null && Base64.getDecoder().decode(key).length == KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void upgrade(HttpServletRequest request, HttpServletResponse response, String key)
      throws ServletException, IOException {
    response.setHeader(HttpHeaders.UPGRADE, PROTOCOL);
    response.setHeader(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE);
    response.setHeader(WebSocketHttpHeaders.SEC_WEBSOCKET_ACCEPT, accept(key));
    String address = Household.of(request.getRemoteAddr());
    Locale language = Tongue.spoken();
    Loop loop = turns.loop();
    request
        .upgrade(Upgrade.class)
        .onOpen(
            loop,
            socket -> {
              gate.count(address);
              return switchboard.connect(
                  socket, address, language, loop, () -> gate.uncount(address));
            });
  }

  private static String accept(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      byte[] hash = digest.digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
