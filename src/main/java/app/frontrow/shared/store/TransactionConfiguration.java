package app.frontrow.shared.store;

import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;

/**
 * Retries what {@link RetriedTransaction} marks. A retry is a new transaction.
 */
@Configuration(proxyBeanMethods = false)
@EnableResilientMethods(proxyTargetClass = true)
class TransactionConfiguration {

}
