/**
 * The page and the API of the reconciliation.
 */
@NullMarked
package app.frontrow.office.web.reconciliation;

import org.jspecify.annotations.NullMarked;
