package app.frontrow.waitingroom.web.edge;

import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.waitingroom.edge.PublicQueueState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The state of a queue over the API, for everybody.
 */
@Tag(name = "Queue")
@RestController
@RequestMapping(ApiPaths.V1)
class PublicQueueApiController {

	private final PublicQueueJson states;

	PublicQueueApiController(PublicQueueJson states) {
		this.states = states;
	}

	@Operation(
			summary = "How the queue stands, the same for everybody; a member far from the front computes the position")
	@Parameter(name = "If-None-Match", in = ParameterIn.HEADER, description = "The `ETag` of the answer one has",
			schema = @Schema(type = "string"))
	@ApiResponse(responseCode = "200", description = "The state of the queue", useReturnTypeSchema = true,
			headers = @Header(name = "ETag", required = true, schema = @Schema(type = "string")))
	@ApiResponse(responseCode = "304", description = "As the answer one has", content = @Content,
			headers = @Header(name = "ETag", required = true, schema = @Schema(type = "string")))
	@GetMapping("/concerts/{id}/queue")
	ResponseEntity<PublicQueueState> show(@PathVariable long id) {
		PublicQueueJson.Text text = this.states.write(id);
		return ResponseEntity.ok()
			.header(HttpHeaders.CACHE_CONTROL, PublicQueueJson.CACHING)
			.eTag(text.tag())
			.body(text.state());
	}

}
