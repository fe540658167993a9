package app.frontrow.catalogue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CatalogueCacheTests {

	private final CatalogueCache cache = new CatalogueCache();

	private final CacheManager caches = this.cache.cacheManager();

	@Test
	void cacheIsDroppedOnceTheChangeIsCommitted() {
		fill();

		new TransactionTemplate(transactions()).executeWithoutResult((status) -> {
			this.cache.dropAfterCommit();
			assertThat(filled()).containsExactly(true, true, true, true);
		});

		assertThat(filled()).containsExactly(false, false, false, false);
	}

	@Test
	void aSaleDropsItsOwnShowAndConcertAlone() {
		for (String name : this.caches.getCacheNames()) {
			List.of(1L, 2L, 11L, 12L).forEach((key) -> this.caches.getCache(name).put(key, "x"));
		}

		new TransactionTemplate(transactions()).executeWithoutResult((status) -> {
			this.cache.dropAfterCommit(1, 11);
			assertThat(known(Catalogue.SHOW)).containsExactly(1L, 2L, 11L, 12L);
		});

		assertThat(known(Catalogue.CONCERTS)).containsExactly(2L, 11L, 12L);
		assertThat(known(Catalogue.SHOWS)).containsExactly(2L, 11L, 12L);
		assertThat(known(Catalogue.SHOW)).containsExactly(1L, 2L, 12L);
		assertThat(known(Catalogue.SEARCHES)).containsExactly(1L, 2L, 11L, 12L);
	}

	@Test
	void changeThatIsUndoneDropsNothing() {
		fill();

		new TransactionTemplate(transactions()).executeWithoutResult((status) -> {
			this.cache.dropAfterCommit();
			status.setRollbackOnly();
		});

		assertThat(filled()).containsExactly(true, true, true, true);
	}

	@Test
	void whatWasReadBeforeASaleIsNotKept() {
		Cache concerts = this.caches.getCache(Catalogue.CONCERTS);

		String answer = concerts.get(1L, () -> {
			sell();
			return "read before";
		});

		assertThat(answer).isEqualTo("read before");
		assertThat(concerts.get(1L, () -> "read after")).isEqualTo("read after");
		assertThat(concerts.get(1L, () -> "read again")).isEqualTo("read after");
	}

	@Test
	void whatIsReadWhileAllIsDroppedIsNotKept() {
		Cache concerts = this.caches.getCache(Catalogue.CONCERTS);

		concerts.get(1L, () -> {
			new TransactionTemplate(transactions()).executeWithoutResult((status) -> this.cache.dropAfterCommit());
			return "read before";
		});

		assertThat(concerts.get(1L)).isNull();
	}

	@Test
	void aFailedReadingIsTriedAgain() {
		Cache concerts = this.caches.getCache(Catalogue.CONCERTS);

		assertThatThrownBy(() -> concerts.get(1L, () -> {
			throw new IllegalArgumentException("once");
		})).isInstanceOf(Cache.ValueRetrievalException.class).hasRootCauseMessage("once");

		assertThat(concerts.get(1L, () -> "x")).isEqualTo("x");
	}

	private void sell() {
		new TransactionTemplate(transactions()).executeWithoutResult((status) -> this.cache.dropAfterCommit(1, 11));
	}

	private List<Long> known(String cache) {
		return Stream.of(1L, 2L, 11L, 12L).filter((key) -> this.caches.getCache(cache).get(key) != null).toList();
	}

	private void fill() {
		this.caches.getCacheNames().forEach((name) -> this.caches.getCache(name).put(1, "x"));
	}

	private List<Boolean> filled() {
		return this.caches.getCacheNames().stream().map((name) -> this.caches.getCache(name).get(1) != null).toList();
	}

	private static PlatformTransactionManager transactions() {
		return new AbstractPlatformTransactionManager() {

			private static final long serialVersionUID = 1L;

			@Override
			protected Object doGetTransaction() {
				return new Object();
			}

			@Override
			protected void doBegin(Object transaction, TransactionDefinition definition) {
			}

			@Override
			protected void doCommit(DefaultTransactionStatus status) {
			}

			@Override
			protected void doRollback(DefaultTransactionStatus status) {
			}
		};
	}

}
