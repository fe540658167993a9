package app.frontrow.operations.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rights that the database user lacks on the schema.
 *
 * @param schema its name
 * @param user name and host, as the database writes them: {@code frontrow@%}
 * @param missing names of rights
 */
record DatabaseRights(String schema, String user, List<String> missing) {

	private static final List<String> FOR_ROWS = List.of("SELECT", "INSERT", "UPDATE", "DELETE");

	private static final List<String> FOR_TABLES = List.of("CREATE", "ALTER", "DROP", "INDEX", "REFERENCES");

	/**
	 * A right on all schemas, or on those whose names match. A right on single tables
	 * does not count, because a release may add tables.
	 */
	private static final Pattern GRANT = Pattern.compile("GRANT (.+?) ON (?:\\*|[`\"](.+?)[`\"])\\.\\* TO .*",
			Pattern.DOTALL);

	/**
	 * Compares what the database grants with what the product needs.
	 * @param grants the lines of {@code show grants}
	 * @param migrates whether the instance changes tables
	 */
	static DatabaseRights of(String schema, String user, List<String> grants, boolean migrates) {
		List<String> missing = new ArrayList<>(FOR_ROWS);
		if (migrates) {
			missing.addAll(FOR_TABLES);
		}
		grants.stream().map(GRANT::matcher).filter(Matcher::matches).forEach((grant) -> {
			String schemas = grant.group(2);
			if (schemas == null || matches(schemas, schema)) {
				List<String> granted = Arrays.asList(grant.group(1).split(", "));
				missing.removeIf((right) -> granted.contains(right) || granted.contains("ALL PRIVILEGES"));
			}
		});
		return new DatabaseRights(schema, user, List.copyOf(missing));
	}

	/** What is wrong, with the remedy. */
	List<String> faults() {
		if (this.missing.isEmpty()) {
			return List.of();
		}
		String rights = String.join(", ", this.missing);
		int host = this.user.lastIndexOf('@');
		String fault = "The database user lacks %s on the schema %s: run \"grant %s on `%s`.* to '%s'@'%s'\"".formatted(
				rights, this.schema, rights.toLowerCase(Locale.ROOT), this.schema, this.user.substring(0, host),
				this.user.substring(host + 1));
		boolean reads = this.missing.stream().noneMatch(FOR_ROWS::contains);
		return List.of(reads ? fault + "; or set FRONTROW_SCHEMA_MIGRATE=false and change tables by the command migrate"
				: fault);
	}

	/**
	 * The pattern has {@code %} and {@code _}; a backslash before them takes them
	 * literally.
	 */
	private static boolean matches(String pattern, String schema) {
		if (pattern.isEmpty()) {
			return schema.isEmpty();
		}
		if (pattern.charAt(0) == '%') {
			return matches(pattern.substring(1), schema)
					|| (!schema.isEmpty() && matches(pattern, schema.substring(1)));
		}
		int escaped = (pattern.charAt(0) == '\\' && pattern.length() > 1) ? 1 : 0;
		char expected = pattern.charAt(escaped);
		return !schema.isEmpty()
				&& ((escaped == 0 && expected == '_')
						|| schema.substring(0, 1).equalsIgnoreCase(String.valueOf(expected)))
				&& matches(pattern.substring(escaped + 1), schema.substring(1));
	}

}
