package app.frontrow.catalogue;

import java.time.Instant;
import java.util.List;

import app.frontrow.catalogue.cache.CachedConcert;
import app.frontrow.catalogue.concert.ConcertDraft;
import app.frontrow.catalogue.concert.ConcertTexts;
import app.frontrow.catalogue.concert.PriceBand;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.catalogue.concert.Show;
import org.junit.jupiter.api.Test;

import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

class SaleStatusTests {

	private static final Instant OPENING = Instant.parse("2030-05-01T09:00:00Z");

	private static final Instant LAST = Instant.parse("2030-06-02T10:00:00Z");

	@Test
	void saleIsUpcomingUntilItOpens() {
		assertThat(statusAt(OPENING.minusNanos(1_000), 50)).isEqualTo(SaleStatus.UPCOMING);
		assertThat(statusAt(OPENING.minusNanos(1_000), 0)).isEqualTo(SaleStatus.UPCOMING);
		assertThat(statusAt(OPENING, 50)).isEqualTo(SaleStatus.ON_SALE);
	}

	@Test
	void saleGoesOnWhileOneSeatIsLeft() {
		assertThat(statusAt(OPENING, 1)).isEqualTo(SaleStatus.ON_SALE);
		assertThat(statusAt(OPENING, 0)).isEqualTo(SaleStatus.SOLD_OUT);
	}

	@Test
	void saleEndsWhenTheLastShowBegins() {
		assertThat(statusAt(LAST.minusNanos(1_000), 1)).isEqualTo(SaleStatus.ON_SALE);
		assertThat(statusAt(LAST, 1)).isEqualTo(SaleStatus.ENDED);
		assertThat(statusAt(LAST, 0)).isEqualTo(SaleStatus.ENDED);
	}

	private static SaleStatus statusAt(Instant now, int seatsLeft) {
		return concert(seatsLeft).toConcert(new ConcertTexts("D", null, null), now).status();
	}

	private static CachedConcert concert(int seatsLeft) {
		Instant first = LAST.minusSeconds(60);
		ConcertEntity concert = ConcertEntity.of(new ConcertDraft("T", "A", "V", "D", OPENING, List.of(first, LAST),
				List.of(new PriceBand("R", 1, 50, 1_000))), true, OPENING);
		ReflectionTestUtils.setField(concert, "id", 3L);
		return concert.toCached(List.of(new Show(32, 3, LAST, seatsLeft), new Show(31, 3, first, 0)), List.of());
	}

}
