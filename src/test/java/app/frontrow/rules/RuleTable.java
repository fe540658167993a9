package app.frontrow.rules;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.platform.commons.support.ReflectionSupport;

/**
 * All rules that tests say they prove, as a page with a table for each area.
 */
class RuleTable {

	private static final String WHOLE_PRODUCT = "The whole product";

	private static final List<String> HEAD = List.of("# Rules", "",
			"Here you find which test proves a rule of the product, and how to see it fail.", "",
			"Generated from `@ProvesRule` in the tests by `RuleTableTests`,"
					+ " which fails when this page is out of date and then says how to renew it.",
			"",
			"To try a rule: break the guard as the second column says, run the test"
					+ " (`-Dtest=` for `*Tests`, `-Dit.test=` for `*IT`), see it fail, and take the change back.",
			"A heading names the module, or the folder of resources, that contains the guards below it.");

	private final List<ProvenRule> rules;

	private RuleTable(List<ProvenRule> rules) {
		this.rules = rules;
	}

	/** Reads all test classes, without running any of them. */
	static RuleTable read() {
		return new RuleTable(ReflectionSupport
			.findAllClassesInPackage("app.frontrow", (type) -> true, (name) -> name.matches(".*(Tests|IT)"))
			.stream()
			.sorted(Comparator.comparing(Class::getSimpleName))
			.flatMap(RuleTable::rulesOf)
			.toList());
	}

	List<ProvenRule> rules() {
		return this.rules;
	}

	/** The page, in Markdown. */
	String toMarkdown() {
		Map<String, List<ProvenRule>> byArea = this.rules.stream()
			.collect(Collectors.groupingBy((rule) -> rule.guard().area(), TreeMap::new, Collectors.toList()));
		List<String> lines = new ArrayList<>(HEAD);
		byArea.forEach((area, rules) -> {
			lines.addAll(List.of("", "## " + (area.isEmpty() ? WHOLE_PRODUCT : "`" + area + "`"), "",
					"| rule | broken by | test |", "|---|---|---|"));
			rules.forEach((rule) -> lines.add(row(rule)));
		});
		return String.join("\n", lines) + "\n";
	}

	private static String row(ProvenRule rule) {
		String guard = rule.guard().name().isEmpty() ? "" : "`" + rule.guard().name() + "`: ";
		return "| %s | %s%s | `%s` |".formatted(rule.rule(), guard, rule.brokenBy(), rule.test());
	}

	private static Stream<ProvenRule> rulesOf(Class<?> type) {
		Stream<ProvenRule> ofMethods = Arrays.stream(type.getDeclaredMethods())
			.sorted(Comparator.comparing(Method::getName))
			.flatMap((method) -> rulesOf(method, type.getSimpleName() + "." + method.getName()));
		return Stream.concat(rulesOf(type, type.getSimpleName()), ofMethods);
	}

	private static Stream<ProvenRule> rulesOf(AnnotatedElement element, String test) {
		return Arrays.stream(element.getAnnotationsByType(ProvesRule.class))
			.map((proves) -> new ProvenRule(proves.rule(), new Guard(proves.guard()), proves.brokenBy(), test));
	}

	/**
	 * A rule and the test that proves it.
	 */
	record ProvenRule(String rule, Guard guard, String brokenBy, String test) {
	}

}
