/** The service as it is run for a class: several instances, a proxy before them, its settings. */
@NullMarked
package downhill.hosting;

import org.jspecify.annotations.NullMarked;
