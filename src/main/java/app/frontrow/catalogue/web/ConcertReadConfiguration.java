package app.frontrow.catalogue.web;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.shared.web.EarlyAnswerFilter;
import app.frontrow.shared.web.WrittenJson;

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
	ConcertReadFilter concertReads(Catalogue catalogue, WrittenJson json) {
		return new ConcertReadFilter(catalogue, json);
	}

}
