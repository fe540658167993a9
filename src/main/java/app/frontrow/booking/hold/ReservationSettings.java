package app.frontrow.booking.hold;

import java.time.Duration;

import app.frontrow.catalogue.concert.Show;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of holds.
 *
 * @param hold length of a hold
 * @param seatsPerMember limit of held and owned seats per member and concert
 */
@Validated
@ConfigurationProperties("frontrow.reservations")
record ReservationSettings(@NotNull Duration hold, @Min(1) @Max(Show.SEATS) int seatsPerMember) {
}
