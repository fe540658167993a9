package app.frontrow.operations;

import java.util.Objects;

import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Opens the figures to whoever reaches the management port, if there is one of its own.
 * On the port of the pages they are for administrators.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class ManagementPortConfiguration {

	/** The port of the connection decides, which no header of a request can change. */
	@Bean
	@Order(-1)
	SecurityFilterChain managementPort(ManagementServerProperties management) {
		int port = Objects.requireNonNull(management.getPort());
		return new DefaultSecurityFilterChain((request) -> request.getLocalPort() == port);
	}

}
