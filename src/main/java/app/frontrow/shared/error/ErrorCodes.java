package app.frontrow.shared.error;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Finds all error codes: the general ones and those of every module's refusals. A refusal
 * is found if its class name ends in {@code Exception}. Its code is its constant
 * {@code CODE}.
 */
public final class ErrorCodes {

	private static final Map<String, ErrorCode> BY_NAME = Stream.concat(ErrorCode.GENERAL.stream(), ofRefusals())
		.distinct()
		.collect(Collectors.toUnmodifiableMap(ErrorCode::code, Function.identity()));

	private ErrorCodes() {
	}

	/** Returns all codes, sorted by status and name. */
	public static Collection<ErrorCode> all() {
		Collection<ErrorCode> sorted = new TreeSet<>(
				Comparator.comparing(ErrorCode::status).thenComparing(ErrorCode::code));
		sorted.addAll(BY_NAME.values());
		return sorted;
	}

	/**
	 * Returns the code with this name.
	 * @throws IllegalArgumentException if no code has this name
	 */
	public static ErrorCode of(String name) {
		ErrorCode code = BY_NAME.get(name);
		if (code == null) {
			throw new IllegalArgumentException("No refusal has the code " + name);
		}
		return code;
	}

	/**
	 * Returns the code of a class of refusals.
	 * @throws IllegalStateException if the class has no public constant {@code CODE}
	 */
	public static ErrorCode of(Class<?> refusal) {
		try {
			Field constant = refusal.getField("CODE");
			return (ErrorCode) constant.get(null);
		}
		catch (ReflectiveOperationException missing) {
			throw new IllegalStateException(refusal + " has no public constant CODE", missing);
		}
	}

	private static Stream<ErrorCode> ofRefusals() {
		ClassPathScanningCandidateComponentProvider refusals = new ClassPathScanningCandidateComponentProvider(false);
		refusals.setResourcePattern("**/*Exception.class");
		refusals.addIncludeFilter(new AssignableTypeFilter(Refusal.class));
		return refusals.findCandidateComponents("app.frontrow")
			.stream()
			.map(BeanDefinition::getBeanClassName)
			.map((name) -> of(ClassUtils.resolveClassName(name, ErrorCodes.class.getClassLoader())));
	}

}
