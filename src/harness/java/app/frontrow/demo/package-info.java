/**
 * The product on embedded stores with invented concerts: what {@code script/server} runs.
 */
package app.frontrow.demo;
