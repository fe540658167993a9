/**
 * How text is compared in a search: letters, Korean initials and months.
 */
package app.frontrow.catalogue.text;
