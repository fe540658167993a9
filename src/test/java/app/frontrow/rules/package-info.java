/**
 * Which rules of the product the tests prove: the annotation for tests, and the table of
 * them in {@code docs/rules.md}.
 */
package app.frontrow.rules;
