/** Lines that fail, and pages that come back over them. */
@NullMarked
package downhill.fault;

import org.jspecify.annotations.NullMarked;
