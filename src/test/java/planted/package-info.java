/** Code that breaks the house rules on purpose, outside the packages that Spring scans. */
@NullMarked
package planted;

import org.jspecify.annotations.NullMarked;
