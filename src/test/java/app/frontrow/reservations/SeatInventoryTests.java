package app.frontrow.reservations;

import java.util.List;

import app.frontrow.catalogue.ConcertHasSalesException;
import app.frontrow.catalogue.PriceBand;
import app.frontrow.catalogue.PricesChanged;
import app.frontrow.catalogue.ShowsScheduled;
import app.frontrow.catalogue.ShowsWithdrawn;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

class SeatInventoryTests {

	private static final List<Long> SHOWS = List.of(11L, 12L);

	private static final List<PriceBand> PRICES = List.of(new PriceBand("R", 1, 50, 1_000));

	private final Seats seats = mock();

	private final SeatInventory inventory = new SeatInventory(this.seats, mock());

	@Test
	void newShowsGetTheirSeats() {
		this.inventory.on(new ShowsScheduled(42, SHOWS, PRICES));

		verify(this.seats).create(SHOWS, PRICES);
	}

	@Test
	void seatsGoWithTheirShows() {
		this.inventory.on(new ShowsWithdrawn(42, SHOWS));

		InOrder order = inOrder(this.seats);
		order.verify(this.seats).lockAndCountLive(SHOWS);
		order.verify(this.seats).remove(SHOWS);
	}

	@Test
	void newPricesMakeNewSeats() {
		this.inventory.on(new PricesChanged(42, SHOWS, PRICES));

		InOrder order = inOrder(this.seats);
		order.verify(this.seats).lockAndCountLive(SHOWS);
		order.verify(this.seats).remove(SHOWS);
		order.verify(this.seats).create(SHOWS, PRICES);
	}

	@Test
	void oneHeldOrSoldSeatStandsAgainstBoth() {
		given(this.seats.lockAndCountLive(SHOWS)).willReturn(1);

		assertThatThrownBy(() -> this.inventory.on(new ShowsWithdrawn(42, SHOWS)))
			.isInstanceOf(ConcertHasSalesException.class);
		assertThatThrownBy(() -> this.inventory.on(new PricesChanged(42, SHOWS, PRICES)))
			.isInstanceOf(ConcertHasSalesException.class);
		verify(this.seats, never()).remove(any());
		verify(this.seats, never()).create(any(), any());
	}

	@Test
	void newPricesForNoShowConcernNobody() {
		this.inventory.on(new PricesChanged(42, List.of(), PRICES));

		verifyNoInteractions(this.seats);
	}

}
