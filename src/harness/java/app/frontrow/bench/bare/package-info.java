/**
 * The yardstick for reads: an endpoint of the same stack that does nothing.
 */
package app.frontrow.bench.bare;
