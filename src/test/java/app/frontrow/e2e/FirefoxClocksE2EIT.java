package app.frontrow.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import app.frontrow.journey.ConcertFixture;
import app.frontrow.journey.ProductTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clocks in Firefox, which counts time in its own way after the machine has slept.
 * Without Firefox these tests are skipped.
 */
class FirefoxClocksE2EIT extends ProductTest {

	private static final String CLOCK = "document.querySelector('[data-testid=sale-opens-in]').textContent";

	@TempDir(cleanup = CleanupMode.NEVER)
	private Path profile;

	private FirefoxBrowser firefox;

	private String concert;

	@BeforeEach
	void concertBeforeItsOpening() throws IOException {
		Optional<String> program = FirefoxBrowser.program();
		Assumptions.assumeTrue(program.isPresent(),
				"Firefox is not installed: on Debian, apt-get install firefox-esr brings it");
		this.firefox = FirefoxBrowser.open(program.get(), this.profile, this.port);
		this.concert = "/concerts/"
				+ this.programme.register(ConcertFixture.draft(Instant.now().plus(Duration.ofMinutes(20)), 1));
	}

	@AfterEach
	void close() {
		if (this.firefox != null) {
			this.firefox.close();
		}
	}

	@Test
	void clocksAreRightAfterTheMachineHasSlept() {
		this.firefox.beforeEachPage(
				"Object.defineProperty(performance, 'timeOrigin', { value: performance.timeOrigin - 3600000 })");
		this.firefox.go(this.concert);

		assertThat(this.firefox.value(CLOCK)).matches("(19|20):\\d\\d");
		secondsPass(3);
	}

	@Test
	void clocksAreRightWhenTheMachinesClockIsSet() {
		this.firefox.go(this.concert);
		this.firefox.value("(() => { const real = Date.now; Date.now = () => real() + 3600000 })()");

		secondsPass(4);

		assertThat(this.firefox.value(CLOCK)).matches("19:\\d\\d");
	}

	@Test
	void expiredPageIsReloadedOnce() {
		this.firefox.beforeEachPage("""
				if (location.pathname.startsWith('/concerts/')) {
				  sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1;
				}
				const now = performance.now.bind(performance);
				performance.now = () => now() + 3600000;
				""");
		this.firefox.go(this.concert);

		this.firefox.until("sessionStorage.loads === '2'");
		this.firefox.value("setTimeout(() => { window.stayed = true }, 4000)");
		this.firefox.until("window.stayed");

		assertThat(this.firefox.value("sessionStorage.loads")).isEqualTo("2");
		assertThat(this.firefox.value(CLOCK)).isEqualTo("00:00");
	}

	/** Waits until the clock has gone on so many times. */
	private void secondsPass(int seconds) {
		for (int i = 0; i < seconds; i++) {
			this.firefox.until(CLOCK + " !== '" + this.firefox.value(CLOCK) + "'");
		}
	}

}
