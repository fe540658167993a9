/**
 * Writes rows as CSV or as a spreadsheet, as they come.
 */
@NullMarked
package app.frontrow.office.export.file;

import org.jspecify.annotations.NullMarked;
