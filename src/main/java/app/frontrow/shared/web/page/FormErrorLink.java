package app.frontrow.shared.web.page;

import java.util.List;
import java.util.Map;

/**
 * A line of the summary above a form, which links to the input.
 *
 * @param fieldName the id of the input
 * @param message what is wrong with it, in the reader's language
 */
public record FormErrorLink(String fieldName, String message) {

	/** Makes the lines of faults by field, in their order. */
	public static List<FormErrorLink> of(Map<String, String> faults) {
		return faults.entrySet().stream().map((fault) -> new FormErrorLink(fault.getKey(), fault.getValue())).toList();
	}

}
