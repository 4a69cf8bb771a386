package downhill.lesson;

import downhill.run.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a reader gets where a page cannot be made: the page of the error, and when to ask again. */
@ControllerAdvice({"downhill.lesson", "downhill.embed"})
class PageRefusals {

  /** A page that needs a run gets none while the server takes on no more; it may ask again. */
  @ExceptionHandler
  void refused(Refused refused, HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
  }
}
