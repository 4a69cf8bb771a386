package downhill.embed;

import downhill.run.Refused;
import downhill.run.Sentences;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/** Tells a program what was wrong with what it asked for, as RFC 9457 has it. */
@RestControllerAdvice(assignableTypes = {OEmbedController.class, SnippetsController.class})
class Misasked {

  private final Sentences sentences;

  Misasked(Sentences sentences) {
    this.sentences = sentences;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refused refused) {
    ProblemDetail problem =
        problem(HttpStatus.BAD_REQUEST, refused.sentence(), refused.code().key());
    problem.setProperty("field", refused.field());
    return ResponseEntity.badRequest().body(problem);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> without(ResponseStatusException e) {
    return ResponseEntity.status(e.getStatusCode())
        .body(problem(e.getStatusCode(), e.getReason(), Refused.Code.INVALID.key()));
  }

  /** An address that cannot be decoded. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> undecodable(InvalidParameterException e) {
    return ResponseEntity.badRequest()
        .body(
            problem(
                HttpStatus.BAD_REQUEST,
                sentences.say("error.undecodable"),
                Refused.Code.MALFORMED.key()));
  }

  private static ProblemDetail problem(
      HttpStatusCode status, @Nullable String sentence, String code) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
    problem.setProperty("code", code);
    return problem;
  }
}
