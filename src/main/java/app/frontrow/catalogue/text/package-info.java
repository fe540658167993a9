/**
 * How text is compared in a search: letters, Korean initials and months.
 */
@NullMarked
package app.frontrow.catalogue.text;

import org.jspecify.annotations.NullMarked;
