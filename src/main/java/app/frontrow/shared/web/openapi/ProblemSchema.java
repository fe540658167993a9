package app.frontrow.shared.web.openapi;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import app.frontrow.shared.error.Detail;
import app.frontrow.shared.error.ErrorCode;
import app.frontrow.shared.error.ErrorCodes;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

/**
 * Makes the schema of a problem, with the details of all codes.
 */
final class ProblemSchema {

	private ProblemSchema() {
	}

	static Schema<?> create() {
		Schema<?> fault = new ObjectSchema().addProperty("field", new StringSchema())
			.addProperty("message", new StringSchema());
		fault.setRequired(List.of("field", "message"));
		Schema<?> problem = new ObjectSchema().description(
				"The other members depend on `code`; each example has exactly the members that its code always has. "
						+ "Members that only some answers have are in `x-sometimes`.")
			.addProperty("type", text("`urn:frontrow:problem:<code>`"))
			.addProperty("title", text("The kind of problem, in the language asked for"))
			.addProperty("status", new IntegerSchema())
			.addProperty("detail", text("What happened and what to do next, in the language asked for"))
			.addProperty("instance", text("The path that was asked for"))
			.addProperty("code", new StringSchema()._enum(ErrorCodes.all().stream().map(ErrorCode::code).toList()))
			.addProperty("errors", new ArraySchema().items(fault).description("The fields at fault"));
		details().forEach((name, meanings) -> problem.addProperty(name, member(meanings)));
		problem.addExtension("x-sometimes", sometimes());
		problem.setRequired(List.of("type", "title", "status", "detail", "instance", "code"));
		return problem;
	}

	/**
	 * Groups the details by name. Several codes may use the same member, with the same
	 * type but different meanings.
	 */
	private static Map<String, List<Detail>> details() {
		return ErrorCodes.all()
			.stream()
			.flatMap((code) -> code.details().stream())
			.collect(Collectors.groupingBy(Detail::name, LinkedHashMap::new, Collectors.toList()));
	}

	/** Returns by code the members that only some answers with the code have. */
	private static Map<String, List<String>> sometimes() {
		Map<String, List<String>> members = new LinkedHashMap<>();
		for (ErrorCode code : ErrorCodes.all()) {
			List<String> names = code.details().stream().filter(Detail::sometimes).map(Detail::name).toList();
			if (!names.isEmpty()) {
				members.put(code.code(), names);
			}
		}
		return members;
	}

	private static Schema<?> member(List<Detail> meanings) {
		Detail detail = meanings.get(0);
		Set<String> descriptions = new TreeSet<>(meanings.stream().map(Detail::description).toList());
		Schema<?> type = type(detail.type());
		return (detail.list() ? new ArraySchema().items(type) : type).description(String.join("; ", descriptions));
	}

	private static Schema<?> type(Class<?> type) {
		if (type == Long.class) {
			return new IntegerSchema().format("int64");
		}
		if (type == Integer.class) {
			return new IntegerSchema();
		}
		if (type == Instant.class) {
			return new DateTimeSchema();
		}
		return (type == String.class) ? new StringSchema() : record(type);
	}

	private static Schema<?> record(Class<?> type) {
		Schema<?> schema = ModelConverters.getInstance(true)
			.resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(false)).schema;
		schema.setRequired(List.copyOf(schema.getProperties().keySet()));
		return schema;
	}

	private static Schema<?> text(String description) {
		return new StringSchema().description(description);
	}

}
