/**
 * The language of an answer, and the texts in that language.
 */
package app.frontrow.shared.web.language;
