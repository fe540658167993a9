/**
 * Whole journeys through the product, as a program or a person makes them.
 */
package app.frontrow.journey;
