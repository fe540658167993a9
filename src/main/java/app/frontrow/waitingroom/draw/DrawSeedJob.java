package app.frontrow.waitingroom.draw;

import java.time.Duration;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.store.StoreOutageDetector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the seeds of coming draws in memory, and under the current key. After the start
 * it pins the seeds of concerts from before seeds were pinned.
 */
@Component
class DrawSeedJob {

	private static final Logger log = LoggerFactory.getLogger(DrawSeedJob.class);

	private static final int PAGE_SIZE = 500;

	/** Longer than the time between two runs and the commit of a concert. */
	private static final Duration RECENTLY = Duration.ofMinutes(2);

	private static final Duration EVER = Duration.ofDays(36_500);

	private final DrawSeedService seeds;

	private final CatalogueQueryService catalogue;

	private boolean started;

	DrawSeedJob(DrawSeedService seeds, CatalogueQueryService catalogue) {
		this.seeds = seeds;
		this.catalogue = catalogue;
	}

	@Scheduled(fixedDelay = 2_000)
	void refresh() {
		try {
			this.seeds.learnPinnedWithin(this.started ? RECENTLY : EVER);
			if (!this.started) {
				pinEarlierSeeds();
				this.started = true;
			}
		}
		catch (RuntimeException failure) {
			report(failure);
		}
	}

	@Scheduled(fixedDelay = 60_000)
	void sealAgain() {
		try {
			this.seeds.sealAgain();
		}
		catch (RuntimeException failure) {
			report(failure);
		}
	}

	private void pinEarlierSeeds() {
		PageOf<Concert> upcoming;
		int page = 0;
		do {
			upcoming = this.catalogue.search("", SaleStatus.UPCOMING, page, PAGE_SIZE);
			upcoming.items().forEach((concert) -> this.seeds.pinIfMissing(concert.id()));
			page++;
		}
		while (!upcoming.items().isEmpty());
	}

	private static void report(RuntimeException failure) {
		if (!StoreOutageDetector.isCauseOf(failure)) {
			log.error("The seeds of draws could not be read; the next run tries again", failure);
		}
	}

}
