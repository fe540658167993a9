package app.frontrow.shared.web.page;

import app.frontrow.shared.web.language.MessageConfiguration;
import app.frontrow.shared.web.problem.ProblemFactory;
import app.frontrow.shared.web.problem.ProblemWriter;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/**
 * What the controllers of every module stand on: problems, languages, flash messages.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({ ProblemFactory.class, ProblemWriter.class, FlashMessageWriter.class, PageConfiguration.class,
		MessageConfiguration.class })
public class WebTestConfiguration {

}
