package app.frontrow.operations;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How an instance ends.
 *
 * @param drain how long it still answers after it was told to end, so that balancers
 * notice and send nothing more
 */
@Validated
@ConfigurationProperties("frontrow.shutdown")
record ShutdownSettings(@NotNull @DurationMin @DurationMax(minutes = 10) Duration drain) {
}
