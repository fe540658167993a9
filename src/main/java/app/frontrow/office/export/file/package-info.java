/**
 * Writes rows as CSV or as a spreadsheet, as they come.
 */
package app.frontrow.office.export.file;
