package app.frontrow.members;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The product's sessions without the rest of it.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import(SessionConfiguration.class)
public class Sessions {

}
