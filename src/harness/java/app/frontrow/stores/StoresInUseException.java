package app.frontrow.stores;

import java.nio.file.Path;

/**
 * Another running program uses the same data.
 */
public class StoresInUseException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	StoresInUseException(Path folder) {
		super("Another program is using the data in " + folder);
	}

}
