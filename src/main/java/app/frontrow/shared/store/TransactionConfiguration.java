package app.frontrow.shared.store;

import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;

/**
 * Makes Spring retry the methods that {@link RetriedTransaction} marks. Each retry is a
 * new transaction.
 */
@Configuration(proxyBeanMethods = false)
@EnableResilientMethods(proxyTargetClass = true)
class TransactionConfiguration {

}
