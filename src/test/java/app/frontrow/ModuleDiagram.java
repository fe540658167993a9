package app.frontrow;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;

import org.springframework.context.event.EventListener;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/**
 * The modules as the code has them, as a page with a Mermaid diagram and a table.
 * {@code shared} is left out of both: every module uses it.
 */
class ModuleDiagram {

	private static final String OPEN_TO_ALL = "shared";

	private final ApplicationModules modules;

	ModuleDiagram(ApplicationModules modules) {
		this.modules = modules;
	}

	/** The page, in Markdown. */
	String toMarkdown() {
		List<String> lines = new ArrayList<>(List.of("# Modules", "",
				"Generated from the code by `ModularityTests`,"
						+ " which fails when this page is out of date and then says how to renew it.",
				"",
				"An arrow leads from a module to one that it uses; a dotted arrow to one whose events it listens to."
						+ " Every module also uses `shared`, which is open to all.",
				"", "```mermaid", "graph TD"));
		members().forEach((module) -> lines.add("    %s[%s]".formatted(name(module), module.getDisplayName())));
		members().forEach((module) -> lines.addAll(arrows(module)));
		lines.addAll(List.of("```", "", "| module | uses | publishes | listens to |", "|---|---|---|---|"));
		members().forEach((module) -> lines.add(row(module)));
		return String.join("\n", lines) + "\n";
	}

	private List<String> arrows(ApplicationModule module) {
		List<String> arrows = new ArrayList<>();
		targets(module, (type) -> type != DependencyType.EVENT_LISTENER)
			.forEach((target) -> arrows.add("    %s --> %s".formatted(name(module), target)));
		targets(module, (type) -> type == DependencyType.EVENT_LISTENER)
			.forEach((target) -> arrows.add("    %s -.-> %s".formatted(name(module), target)));
		return arrows;
	}

	private String row(ApplicationModule module) {
		return "| `%s` | %s | %s | %s |".formatted(name(module),
				code(targets(module, (type) -> type != DependencyType.EVENT_LISTENER).stream()),
				code(this.modules.stream()
					.flatMap(ModuleDiagram::listeners)
					.map(ModuleDiagram::event)
					.filter(module::contains)
					.map(JavaClass::getSimpleName)),
				code(listeners(module).map(ModuleDiagram::event).map(JavaClass::getSimpleName)));
	}

	/** The methods that listen to events, wherever these come from. */
	static Stream<JavaMethod> listeners(ApplicationModule module) {
		return module.getSpringBeans()
			.stream()
			.flatMap((bean) -> bean.getType().getMethods().stream())
			.filter((method) -> method.isAnnotatedWith(EventListener.class)
					|| method.isMetaAnnotatedWith(EventListener.class));
	}

	/** The event that a listener listens to. */
	static JavaClass event(JavaMethod listener) {
		return listener.getRawParameterTypes().get(0);
	}

	private TreeSet<String> targets(ApplicationModule module, Predicate<DependencyType> kind) {
		return module.getDirectDependencies(this.modules)
			.stream()
			.filter((dependency) -> kind.test(dependency.getDependencyType()))
			.map((dependency) -> name(dependency.getTargetModule()))
			.filter((target) -> !target.equals(OPEN_TO_ALL) && !target.equals(name(module)))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private Stream<ApplicationModule> members() {
		return this.modules.stream().filter((module) -> !name(module).equals(OPEN_TO_ALL)).sorted();
	}

	private static String name(ApplicationModule module) {
		return module.getIdentifier().toString();
	}

	private static String code(Stream<String> names) {
		return names.sorted().distinct().map((name) -> "`" + name + "`").collect(Collectors.joining(", "));
	}

}
