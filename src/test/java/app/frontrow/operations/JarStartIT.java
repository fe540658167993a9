package app.frontrow.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import app.frontrow.journey.OutOfProcessTest;
import app.frontrow.journey.ProductInstance;
import app.frontrow.rules.ProvesRule;
import app.frontrow.stores.Stores;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An instance that is started from the jar itself, and not from the installed folder.
 */
@OutOfProcessTest
class JarStartIT {

	@Test
	@ProvesRule(rule = "An instance that is started from the jar does not hang under many first requests",
			guard = "FrontrowApplication.isStartedFromJar", brokenBy = "returning false")
	void requestsRunOnPlatformThreads(@Autowired Stores stores) throws IOException {
		List<ProductInstance> instances = ProductInstance.startAll(List.of("jar"), stores.environment(),
				ProductInstance.thisRelease().toAbsolutePath());
		try (ProductInstance instance = instances.get(0)) {
			assertThat(Files.readString(instance.log())).containsPattern("-exec-\\d+] ")
				.doesNotContain("omcat-handler");
		}
	}

}
