package downhill.api;

import downhill.run.Refused;
import downhill.run.Sentences;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Tells what went wrong as {@code application/problem+json}, RFC 9457. */
@RestControllerAdvice("downhill.api")
class Problems extends ResponseEntityExceptionHandler {

  private static final Map<Refused.Code, HttpStatus> STATUS =
      Map.of(
          Refused.Code.MALFORMED, HttpStatus.BAD_REQUEST,
          Refused.Code.INVALID, HttpStatus.BAD_REQUEST,
          Refused.Code.TOO_LARGE, HttpStatus.CONTENT_TOO_LARGE,
          Refused.Code.TOO_BUSY, HttpStatus.TOO_MANY_REQUESTS);

  private final Sentences sentences;

  Problems(Sentences sentences) {
    this.sentences = sentences;
  }

  @ExceptionHandler
  ResponseEntity<Object> refused(Refused refused) {
    HttpStatus status = STATUS.getOrDefault(refused.code(), HttpStatus.BAD_REQUEST);
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refused.sentence());
    problem.setProperty("code", refused.code().key());
    if (refused.field() != null) {
      problem.setProperty("field", refused.field());
    }
    Refused.Mistake mistake = refused.mistake();
    if (mistake != null) {
      problem.setProperty("position", mistake.position());
      problem.setProperty("found", mistake.found());
      if (mistake.suggestion() != null) {
        problem.setProperty("suggestion", mistake.suggestion());
      }
    }
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
    if (refused.code() == Refused.Code.TOO_BUSY) {
      answer.header(HttpHeaders.RETRY_AFTER, "1");
    }
    return answer.body(problem);
  }

  /** An address that cannot be decoded. */
  @ExceptionHandler
  ResponseEntity<Object> undecodable(InvalidParameterException e) {
    return refused(new Refused(Refused.Code.MALFORMED, null, sentences.say("error.undecodable")));
  }

  /** What nobody foresaw: logged for us, and told without its insides. */
  @ExceptionHandler
  ResponseEntity<Object> unforeseen(RuntimeException e) {
    logger.error("A request to the API failed", e);
    return ResponseEntity.internalServerError()
        .body(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, sentences.say("error.ours")));
  }

  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (body instanceof ProblemDetail problem && status.is4xxClientError()) {
      problem.setProperty("code", Refused.Code.MALFORMED.key());
    }
    return new ResponseEntity<>(body, headers, status);
  }
}
