package app.frontrow.shared.web.problem;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The body of every answer of the API that is not a success (RFC 9457).
 *
 * @param type {@code urn:frontrow:problem:<code>}
 * @param title the kind of problem, in the reader's language
 * @param status the HTTP status
 * @param detail the explanation of this failure, in the reader's language
 * @param instance the path that was asked for
 * @param code the stable code
 * @param errors the invalid fields, only with {@code validation-failed}
 * @param details details that help the caller to continue; each becomes a member of the
 * body
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String instance, String code,
		@Nullable List<FieldFault> errors,
		@JsonAnyGetter @JsonProperty(access = JsonProperty.Access.READ_ONLY) Map<String, Object> details) {

	/**
	 * One invalid field.
	 *
	 * @param field name of the field in the request
	 * @param message what is wrong with it, in the reader's language
	 */
	public record FieldFault(String field, String message) {
	}

}
