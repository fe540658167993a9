/**
 * The language of an answer, and the texts in that language.
 */
@NullMarked
package app.frontrow.shared.web.language;

import org.jspecify.annotations.NullMarked;
