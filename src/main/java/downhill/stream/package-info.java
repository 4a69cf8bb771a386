/** The WebSocket half of the run contract: runs that a page pulls, step by step. */
@NullMarked
package downhill.stream;

import org.jspecify.annotations.NullMarked;
