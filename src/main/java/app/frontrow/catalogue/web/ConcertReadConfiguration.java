package app.frontrow.catalogue.web;

import app.frontrow.catalogue.Catalogue;
import app.frontrow.shared.web.EarlyAnswerFilter;
import app.frontrow.shared.web.WrittenJson;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the filter for concerts in front of sessions and security, for its addresses
 * alone.
 */
@Configuration(proxyBeanMethods = false)
class ConcertReadConfiguration {

	@Bean
	FilterRegistrationBean<ConcertReadFilter> concertReads(Catalogue catalogue, WrittenJson json) {
		FilterRegistrationBean<ConcertReadFilter> registration = new FilterRegistrationBean<>(
				new ConcertReadFilter(catalogue, json));
		registration.addUrlPatterns(ConcertReadFilter.LIST, ConcertReadFilter.LIST + "/*");
		registration.setOrder(EarlyAnswerFilter.ORDER);
		return registration;
	}

}
