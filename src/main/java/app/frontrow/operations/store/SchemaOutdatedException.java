package app.frontrow.operations.store;

import java.util.List;

/**
 * The schema lacks changes that this release needs.
 */
class SchemaOutdatedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	SchemaOutdatedException(List<String> missing) {
		super("The database lacks %d changes of this release, the first is %s".formatted(missing.size(),
				missing.get(0)));
	}

}
