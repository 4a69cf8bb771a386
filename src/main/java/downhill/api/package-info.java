/** The HTTP half of the run contract. */
@NullMarked
package downhill.api;

import org.jspecify.annotations.NullMarked;
