/**
 * The whole product as several processes, under load, while a seeded monkey kills,
 * freezes and cuts whatever it can; afterwards every promise is checked against what the
 * clients were told.
 */
package app.frontrow.chaos;
