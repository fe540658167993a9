/**
 * The page and the API of the reconciliation.
 */
@NullMarked
package app.frontrow.office.web.books;

import org.jspecify.annotations.NullMarked;
