package app.frontrow.catalogue.web;

import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.shared.web.api.JsonCache;
import app.frontrow.shared.web.http.EarlyAnswerFilter;

import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Registers the filter before sessions and security, only for its own addresses.
 */
@Configuration(proxyBeanMethods = false)
class ConcertReadConfiguration {

	@Bean
	@FilterRegistration(urlPatterns = { ConcertReadFilter.LIST, ConcertReadFilter.LIST + "/*" },
			order = EarlyAnswerFilter.ORDER)
	ConcertReadFilter concertReads(CatalogueQueryService catalogue, JsonCache json) {
		return new ConcertReadFilter(catalogue, json);
	}

}
