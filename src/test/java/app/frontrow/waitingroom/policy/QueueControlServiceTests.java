package app.frontrow.waitingroom.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.catalogue.concert.SaleTerms;
import app.frontrow.shared.error.InvalidInputException;
import app.frontrow.shared.error.NotFoundException;
import app.frontrow.shared.store.RetryingTransactionExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

/**
 * The terms of a queue come from the ticket office, or from the settings.
 */
class QueueControlServiceTests {

	private static final Instant OPENS = Instant.parse("2030-05-01T11:00:00Z");

	private static final QueueControl SLOW = new QueueControl(5, 0.5, QueueMode.PAUSED, null);

	private final JdbcClient jdbc = mock();

	private final JdbcClient.StatementSpec statement = mock(RETURNS_SELF);

	private final JdbcClient.MappedQuerySpec<Map.Entry<Long, QueueControl>> rows = mock();

	private final CatalogueQueryService catalogue = mock();

	private final RetryingTransactionExecutor transactions = mock();

	private final ApplicationEventPublisher events = mock();

	private final QueueControlService controls = new QueueControlService(this.jdbc,
			new QueueSettings(100, 20, Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofSeconds(90),
					Duration.ofMinutes(30), Duration.ZERO),
			this.catalogue, this.transactions, this.events);

	@BeforeEach
	void aConcertAndNoControls() {
		given(this.transactions.run(any())).willAnswer((call) -> call.<Supplier<?>>getArgument(0).get());
		given(this.jdbc.sql(anyString())).willReturn(this.statement);
		given(this.statement.query(ArgumentMatchers.<RowMapper<Map.Entry<Long, QueueControl>>>any()))
			.willReturn(this.rows);
		given(this.rows.list()).willReturn(List.of());
		given(this.catalogue.getConcert(42)).willReturn(new Concert(42, "T", "A", "V", "", OPENS, SaleStatus.ON_SALE,
				Instant.EPOCH, Instant.EPOCH, 77, List.of()));
		given(this.catalogue.getSaleTerms(42)).willReturn(new SaleTerms(77, OPENS, SaleStatus.ON_SALE));
		given(this.catalogue.getConcert(43)).willThrow(new NotFoundException());
		given(this.catalogue.getSaleTerms(43)).willThrow(new NotFoundException());
	}

	@Test
	void unchangedQueueHasTheSettings() {
		this.controls.refresh();

		assertThat(this.controls.getControl(42)).isEqualTo(new QueueControl(100, 20, QueueMode.OPEN, null));
		assertThat(this.controls.getTerms(42)).isEqualTo(new QueueTerms(100, 20, QueueMode.OPEN, 77, OPENS));
	}

	@Test
	void storedControlsHoldForTheirConcertOnceRead() {
		given(this.rows.list()).willReturn(List.of(Map.entry(42L, SLOW)));
		assertThat(this.controls.getTerms(42).capacity()).isEqualTo(100);

		this.controls.refresh();

		assertThat(this.controls.getTerms(42)).isEqualTo(new QueueTerms(5, 0.5, QueueMode.PAUSED, 77, OPENS));
		assertThat(this.controls.getTerms(43).capacity()).isEqualTo(100);
	}

	@Test
	void readingReturnsTheCurrentControls() {
		given(this.rows.list()).willReturn(List.of(Map.entry(42L, SLOW)));

		assertThat(this.controls.getControl(42)).isEqualTo(SLOW);
	}

	@Test
	void changeIsStoredAndHoldsAtOnce() {
		given(this.rows.list()).willReturn(List.of(Map.entry(42L, SLOW)));

		assertThat(this.controls.change(42, SLOW)).isEqualTo(SLOW);

		assertThat(this.controls.getTerms(42).mode()).isEqualTo(QueueMode.PAUSED);
		verify(this.statement).param("concert", 42L);
		verify(this.statement).param("capacity", 5);
		verify(this.statement).param("rate", 0.5);
		verify(this.statement).param("mode", "PAUSED");
		verify(this.statement).update();
		verify(this.events)
			.publishEvent(new QueueControlsChanged(42, new QueueControl(100, 20, QueueMode.OPEN, null), SLOW));
	}

	@Test
	void deletedConcertHasNoSeatsLeft() {
		assertThat(this.controls.getTerms(43)).isEqualTo(new QueueTerms(100, 20, QueueMode.OPEN, 0, Instant.EPOCH));
	}

	@Test
	void missingConcertCannotBeControlled() {
		assertThatThrownBy(() -> this.controls.getControl(43)).isInstanceOf(NotFoundException.class);
		assertThatThrownBy(() -> this.controls.change(43, SLOW)).isInstanceOf(NotFoundException.class);
		verifyNoInteractions(this.jdbc);
	}

	@Test
	void whatIsOutOfBoundsIsNotWritten() {
		assertThatThrownBy(() -> this.controls.change(42, new QueueControl(0, 20, QueueMode.OPEN, null)))
			.isInstanceOf(InvalidInputException.class);
		verify(this.jdbc, never()).sql(startsWith("replace"));
	}

	@Test
	void lastControlsHoldDuringAnOutage() {
		given(this.rows.list()).willReturn(List.of(Map.entry(42L, SLOW)))
			.willThrow(new DataAccessResourceFailureException("gone"))
			.willThrow(new IllegalStateException("broken"));
		this.controls.refresh();

		assertThatCode(this.controls::refresh).doesNotThrowAnyException();
		assertThatCode(this.controls::refresh).doesNotThrowAnyException();

		assertThat(this.controls.getTerms(42).capacity()).isEqualTo(5);
	}

}
