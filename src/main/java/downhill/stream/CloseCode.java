package downhill.stream;

/** Why a connection is closed, in the numbers of RFC 6455 and of IANA's registry. */
final class CloseCode {

  static final int NORMAL = 1000;
  static final int PROTOCOL_ERROR = 1002;
  static final int NOT_UTF_8 = 1007;
  static final int POLICY_VIOLATION = 1008;
  static final int TOO_BIG = 1009;
  static final int SERVICE_RESTART = 1012;

  private CloseCode() {}

  /** Whether a page may say it; others are of those who look on, or nobody's. */
  static boolean maySay(int code) {
    boolean known = code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
    return known || code >= 3000 && code <= 4999;
  }
}
