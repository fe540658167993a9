package app.frontrow.attacks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.core.MethodParameter;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A method and a path of the product that take an id.
 *
 * @param field where the id goes in the body; empty if it is in the path
 * @param rule who may come in; empty for a door that was found in the product
 */
record GuardedEndpoint(String method, String path, String field, String rule) {

	/** A line of a table: method, path, field of the body or a dash, and rule. */
	static GuardedEndpoint of(String line) {
		String[] cells = line.strip().split("\\s+");
		return new GuardedEndpoint(cells[0], cells[1], cells[2].equals("-") ? "" : cells[2], cells[3]);
	}

	/** Every mapping of the product that takes an id, in its path or in its body. */
	static List<GuardedEndpoint> withId(RequestMappingHandlerMapping mappings) {
		return all(mappings)
			.flatMap((mapping) -> fields(mapping).stream()
				.flatMap((field) -> doors(mapping).filter((door) -> !field.isEmpty() || door.path.contains("{"))
					.map((door) -> new GuardedEndpoint(door.method, door.path, field, ""))))
			.toList();
	}

	/** Every path of the product that is read without an id. */
	static Set<String> readWithoutId(RequestMappingHandlerMapping mappings) {
		Set<String> paths = new TreeSet<>();
		all(mappings).flatMap(GuardedEndpoint::doors)
			.filter((door) -> door.method.equals("GET") && !door.path.contains("{"))
			.forEach((door) -> paths.add(door.path));
		return paths;
	}

	boolean isApi() {
		return this.path.startsWith("/api/");
	}

	String name() {
		return this.method + " " + this.path + (this.field.isEmpty() ? "" : " " + this.field);
	}

	String at(String id) {
		return this.path.replaceAll("\\{\\w+}", id);
	}

	@Override
	public String toString() {
		return name();
	}

	private static Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> all(RequestMappingHandlerMapping mappings) {
		return mappings.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((mapping) -> mapping.getValue().getBeanType().getPackageName().startsWith("app.frontrow"));
	}

	private static Stream<GuardedEndpoint> doors(Map.Entry<RequestMappingInfo, HandlerMethod> mapping) {
		Set<RequestMethod> methods = mapping.getKey().getMethodsCondition().getMethods();
		return mapping.getKey()
			.getPatternValues()
			.stream()
			.map((path) -> path + query(mapping.getKey()))
			.flatMap((path) -> methods.stream().map((method) -> new GuardedEndpoint(method.name(), path, "", "")));
	}

	/** The parameter that a mapping requires, as a query. */
	private static String query(RequestMappingInfo mapping) {
		return mapping.getParamsCondition()
			.getExpressions()
			.stream()
			.filter((parameter) -> !parameter.isNegated())
			.map((parameter) -> "?" + parameter.getName() + "=1")
			.findFirst()
			.orElse("");
	}

	/** An empty name for an id in the path. */
	private static Set<String> fields(Map.Entry<RequestMappingInfo, HandlerMethod> mapping) {
		Set<String> fields = new TreeSet<>();
		if (mapping.getKey().getPatternValues().stream().anyMatch((path) -> path.contains("{"))) {
			fields.add("");
		}
		for (MethodParameter parameter : mapping.getValue().getMethodParameters()) {
			Class<?> type = parameter.getParameterType();
			if (parameter.hasParameterAnnotation(RequestParam.class)
					&& isId(parameter.getParameter().getName(), type)) {
				fields.add(parameter.getParameter().getName());
			}
			boolean sent = type.isRecord() && !parameter.hasParameterAnnotation(AuthenticationPrincipal.class);
			if (sent) {
				Arrays.stream(type.getRecordComponents())
					.filter((component) -> isId(component.getName(), component.getType()))
					.forEach((component) -> fields.add(component.getName()));
			}
		}
		return fields;
	}

	private static boolean isId(String name, Class<?> type) {
		return type == UUID.class || name.equals("id") || name.endsWith("Id");
	}

}
