package app.frontrow.catalogue;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The cache of what everybody reads again and again. It lives a second, so that another
 * instance's change is never hidden for longer; what a change of this instance concerns
 * is dropped at once after it is committed.
 */
@Configuration(proxyBeanMethods = false)
@EnableCaching
class CatalogueCache {

	private static final Duration LIFE = Duration.ofSeconds(1);

	private static final long ENTRIES = 10_000;

	private final CaffeineCacheManager caches = new CaffeineCacheManager() {
		@Override
		protected Cache adaptCaffeineCache(String name,
				com.github.benmanes.caffeine.cache.Cache<Object, Object> cache) {
			return new FreshCache(name, cache);
		}
	};

	CatalogueCache() {
		this.caches.setCacheNames(names());
		this.caches.setCaffeine(Caffeine.newBuilder().recordStats().expireAfterWrite(LIFE).maximumSize(ENTRIES));
	}

	@Bean
	CacheManager cacheManager() {
		return this.caches;
	}

	/**
	 * Forgets everything once the running transaction has committed.
	 */
	void dropAfterCommit() {
		afterCommit(() -> names().forEach((name) -> this.caches.getCache(name).clear()));
	}

	/**
	 * Forgets one show and its concert once the running transaction has committed. Other
	 * concerts stay, however much is sold, and so do searches: the dearest to make anew.
	 */
	void dropAfterCommit(long concertId, long showId) {
		afterCommit(() -> {
			this.caches.getCache(Catalogue.CONCERTS).evict(concertId);
			this.caches.getCache(Catalogue.SHOWS).evict(concertId);
			this.caches.getCache(Catalogue.SHOW).evict(showId);
		});
	}

	private static void afterCommit(Runnable step) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				step.run();
			}
		});
	}

	private static Collection<String> names() {
		return List.of(Catalogue.CONCERTS, Catalogue.SHOWS, Catalogue.SHOW, Catalogue.SEARCHES);
	}

}
