/**
 * The page and the API of the reconciliation.
 */
package app.frontrow.office.web.books;
