package app.frontrow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import app.frontrow.idempotency.RecordedRefusal;
import app.frontrow.rules.ProvesRule;
import app.frontrow.shared.error.ErrorCodes;
import app.frontrow.shared.error.Refusal;
import app.frontrow.shared.web.page.PageController;
import app.frontrow.shared.web.problem.ProblemWriter;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.Resource;
import jakarta.persistence.Entity;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

/**
 * What the compiler and the modules' own rules do not see to.
 */
class ArchitectureTests {

	private static final JavaClasses PRODUCT = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("app.frontrow");

	private static final Set<String> FRACTIONS = Set.of("float", "double", "java.lang.Float", "java.lang.Double",
			"java.math.BigDecimal");

	private static final int MAX_TYPES = 15;

	private static final int MAX_LINES = 200;

	/** Posters are drawn in fractions of a pixel. */
	private static final String DRAWING = "app\\.frontrow\\.catalogue\\.web\\.poster\\..*";

	private static final DescribedPredicate<JavaClass> OF_ANY_CODE = JavaClass.Predicates.belongToAnyOf(Refusal.class,
			RecordedRefusal.class, ProblemWriter.class);

	@Test
	void entitiesStayInTheirModule() {
		noClasses().that().areAnnotatedWith(Entity.class).should().bePublic().check(PRODUCT);
	}

	@Test
	void repositoriesStayInTheirModule() {
		classes().that()
			.areAnnotatedWith(Repository.class)
			.or()
			.areAssignableTo(org.springframework.data.repository.Repository.class)
			.should(onlyBeUsedInTheirModule())
			.check(PRODUCT);
	}

	@Test
	void packagesUseEachOtherWithoutCycles() {
		slices().matching("app.frontrow.(**)").should().beFreeOfCycles().check(PRODUCT);
	}

	@Test
	void packagesAndFilesStaySmall() throws IOException {
		Map<Path, List<Path>> packages = new HashMap<>();
		try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
			files.filter((file) -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
				.forEach((file) -> packages.computeIfAbsent(file.getParent(), (none) -> new ArrayList<>()).add(file));
		}
		assertThat(packages).isNotEmpty();
		assertThat(packages.keySet()).filteredOn((folder) -> packages.get(folder).size() > MAX_TYPES).isEmpty();
		assertThat(packages.values().stream().flatMap(List::stream))
			.filteredOn((file) -> contentOf(file.toFile()).lines().count() > MAX_LINES)
			.isEmpty();
	}

	@Test
	void controllersAreFoundByNameAndUsedByNobody() {
		classes().that()
			.areMetaAnnotatedWith(Controller.class)
			.and()
			.areNotAnnotations()
			.should()
			.bePackagePrivate()
			.andShould()
			.resideInAPackage("app.frontrow.*.web..")
			.andShould()
			.haveSimpleNameEndingWith("Controller")
			.check(PRODUCT);
		classes().that()
			.areAnnotatedWith(RestController.class)
			.should()
			.haveSimpleNameEndingWith("ApiController")
			.check(PRODUCT);
		classes().that()
			.areAnnotatedWith(PageController.class)
			.should()
			.haveSimpleNameEndingWith("PageController")
			.check(PRODUCT);
	}

	@Test
	void timeComesFromTheClock() {
		// the time in an id only gives rows an order
		noClasses().that()
			.doNotHaveFullyQualifiedName("app.frontrow.shared.TimeOrderedUuid")
			.should()
			.callMethodWhere(target(describe("tells the time",
					(target) -> isNow(target) || isCall(target, System.class, "currentTimeMillis"))))
			.orShould()
			.callConstructor(Date.class)
			.check(PRODUCT);
		noClasses().that()
			.doNotHaveFullyQualifiedName("app.frontrow.shared.TimeConfiguration")
			.should()
			.callMethodWhere(target(describe("makes a clock",
					(target) -> target.getOwner().isEquivalentTo(Clock.class)
							&& target.getName().startsWith("system"))))
			.check(PRODUCT);
	}

	@Test
	void dependenciesComeByConstructor() {
		noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Resource.class).check(PRODUCT);
	}

	/**
	 * A setting belongs to the record of its module. Others ask that record, so a setting
	 * has one meaning and one set of bounds.
	 */
	@Test
	@ProvesRule(rule = "Settings are read only by their records", brokenBy = "using @Value in a controller")
	void settingsAreReadOnlyByTheirRecords() {
		noClasses().should().dependOnClassesThat().belongToAnyOf(Value.class).check(PRODUCT);
		assertThat(PRODUCT.stream()
			.filter((type) -> type.isAnnotatedWith(ConfigurationProperties.class))
			.map((type) -> type.getAnnotationOfType(ConfigurationProperties.class).value())).isNotEmpty()
			.doesNotHaveDuplicates();
	}

	@Test
	@ProvesRule(rule = "Every cookie is made by SiteCookie", brokenBy = "making one in LanguageController")
	void cookiesAreWrittenBySiteCookieOnly() {
		noClasses().that()
			.doNotHaveFullyQualifiedName("app.frontrow.shared.web.http.SiteCookie")
			.should()
			.callMethodWhere(target(describe("makes a cookie of its own",
					(target) -> target.getName().equals("addCookie") || isCall(target, ResponseCookie.class, "from"))))
			.orShould()
			.callConstructor(Cookie.class, String.class, String.class)
			.check(PRODUCT);
	}

	/** A refusal that was recorded, and one without a class, have any code. */
	@Test
	void everyRefusalIsFoundWithItsCode() {
		assertThat(PRODUCT.stream()
			.filter((type) -> type.isAssignableTo(Refusal.class))
			.filter((type) -> !OF_ANY_CODE.test(type))
			.map((type) -> ErrorCodes.of(type.reflect()))).hasSizeGreaterThan(20).isSubsetOf(ErrorCodes.all());
	}

	@Test
	void classNamesEndInARole() {
		noClasses().should()
			.haveSimpleNameEndingWith("Impl")
			.orShould()
			.haveSimpleNameEndingWith("Manager")
			.orShould()
			.haveSimpleNameEndingWith("Util")
			.orShould()
			.haveSimpleNameEndingWith("Utils")
			.orShould()
			.haveSimpleNameEndingWith("Helper")
			.check(PRODUCT);
	}

	@Test
	void outputGoesToTheLog() {
		noClasses().should(USE_JAVA_UTIL_LOGGING).check(PRODUCT);
		// there is no log yet when settings are missing
		noClasses().that()
			.doNotHaveFullyQualifiedName("app.frontrow.RequiredSettingsListener")
			.should(ACCESS_STANDARD_STREAMS)
			.check(PRODUCT);
	}

	@Test
	void moneyHasNoFractions() {
		classes().that()
			.resideInAnyPackage("app.frontrow.wallet..", "app.frontrow.booking..", "app.frontrow.catalogue..")
			.or()
			.haveFullyQualifiedName("app.frontrow.shared.MoneyFormatter")
			.and()
			.haveNameNotMatching(DRAWING)
			.should(countInWholeNumbers())
			.check(PRODUCT);
	}

	private static boolean isNow(CodeUnitCallTarget target) {
		boolean byTheClock = target.getRawParameterTypes()
			.stream()
			.anyMatch((type) -> type.isEquivalentTo(Clock.class));
		return target.getOwner().getPackageName().startsWith("java.time") && target.getName().equals("now")
				&& !byTheClock;
	}

	private static boolean isCall(CodeUnitCallTarget target, Class<?> owner, String name) {
		return target.getOwner().isEquivalentTo(owner) && target.getName().equals(name);
	}

	private static DescribedPredicate<CodeUnitCallTarget> describe(String description,
			java.util.function.Predicate<CodeUnitCallTarget> predicate) {
		return DescribedPredicate.describe(description, predicate);
	}

	private static ArchCondition<JavaClass> countInWholeNumbers() {
		return new ArchCondition<>("count in whole numbers") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				fractions(type).forEach((use) -> events.add(SimpleConditionEvent.violated(type, use)));
			}
		};
	}

	private static Stream<String> fractions(JavaClass type) {
		Stream<String> fields = type.getFields()
			.stream()
			.filter((field) -> isFraction(field.getRawType()))
			.map((field) -> field.getFullName());
		Stream<String> codeUnits = type.getCodeUnits()
			.stream()
			.filter((unit) -> Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
				.anyMatch(ArchitectureTests::isFraction))
			.map(JavaCodeUnit::getFullName);
		Stream<String> calls = type.getMethodCallsFromSelf()
			.stream()
			.filter((call) -> isFraction(call.getTarget().getRawReturnType()))
			.map(JavaMethodCall::getDescription);
		return Stream.of(fields, codeUnits, calls).flatMap((uses) -> uses);
	}

	private static boolean isFraction(JavaClass type) {
		return FRACTIONS.contains(type.getName());
	}

	private static ArchCondition<JavaClass> onlyBeUsedInTheirModule() {
		return new ArchCondition<>("only be used in their module") {
			@Override
			public void check(JavaClass item, ConditionEvents events) {
				item.getDirectDependenciesToSelf()
					.stream()
					.filter((use) -> !module(use.getOriginClass()).equals(module(item)))
					.forEach((use) -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
			}
		};
	}

	private static String module(JavaClass type) {
		return type.getPackageName().split("\\.")[2];
	}

}
