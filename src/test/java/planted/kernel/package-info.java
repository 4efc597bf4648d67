/** A kernel that knows too much. */
@NullMarked
package planted.kernel;

import org.jspecify.annotations.NullMarked;
