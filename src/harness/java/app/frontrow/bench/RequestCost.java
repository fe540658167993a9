package app.frontrow.bench;

/**
 * The cost of one request.
 *
 * @param statements sent to the database
 * @param redisCalls sent to Redis
 * @param kilobytes allocated by the server
 */
record RequestCost(double statements, double redisCalls, double kilobytes) {

	static final RequestCost UNKNOWN = new RequestCost(Double.NaN, Double.NaN, Double.NaN);

}
