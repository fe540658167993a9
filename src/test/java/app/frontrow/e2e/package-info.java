/**
 * Journeys of people, in a real browser, found by {@code data-testid}.
 */
package app.frontrow.e2e;
