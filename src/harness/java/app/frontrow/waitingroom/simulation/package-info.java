/**
 * A waiting room on virtual time: an hour with a million members takes minutes. The
 * members, the instances and Redis are simulated. What is told to members, and when
 * instances take steps, comes from the product's own classes.
 */
package app.frontrow.waitingroom.simulation;
