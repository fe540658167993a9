package app.frontrow.catalogue.web;

import java.net.URI;

import app.frontrow.catalogue.CatalogueEditService;
import app.frontrow.catalogue.CatalogueQueryService;
import app.frontrow.catalogue.ConcertHasSalesException;
import app.frontrow.catalogue.concert.Concert;
import app.frontrow.catalogue.concert.SaleStatus;
import app.frontrow.catalogue.edit.OpeningIsFixedException;
import app.frontrow.catalogue.edit.ShowsLeftOutException;
import app.frontrow.catalogue.edit.VersionConflictException;
import app.frontrow.shared.PageOf;
import app.frontrow.shared.error.TooManyRequestsException;
import app.frontrow.shared.web.api.ApiPaths;
import app.frontrow.shared.web.api.Paging;
import app.frontrow.shared.web.http.ClientAddressResolver;
import app.frontrow.shared.web.problem.ApiErrors;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Concerts")
@RestController
@RequestMapping(ApiPaths.V1 + "/concerts")
class ConcertApiController {

	private final CatalogueQueryService catalogue;

	private final CatalogueEditService editor;

	private final SearchRateLimiter limit;

	ConcertApiController(CatalogueQueryService catalogue, CatalogueEditService editor, SearchRateLimiter limit) {
		this.catalogue = catalogue;
		this.editor = editor;
		this.limit = limit;
	}

	@Operation(summary = "Search concerts")
	@ApiErrors(TooManyRequestsException.class)
	@GetMapping
	PageOf<Concert> search(@RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable SaleStatus status, @Valid Paging paging,
			HttpServletRequest request) {
		this.limit.check(q, ClientAddressResolver.resolve(request));
		return this.catalogue.search(q, status, paging.page(), paging.size());
	}

	@Operation(summary = "Read one concert")
	@GetMapping("/{id}")
	Concert concert(@PathVariable long id) {
		return this.catalogue.getConcert(id);
	}

	@Operation(summary = "Register a concert with its dates")
	@PostMapping
	@ApiResponse(responseCode = "201", useReturnTypeSchema = true, headers = @Header(name = "Location",
			description = "The concert", required = true, schema = @Schema(type = "string", format = "uri-reference")))
	ResponseEntity<Concert> register(@Valid @RequestBody ConcertRequest request) {
		long id = this.editor.register(request.toDraft(), !request.isDraft());
		return ResponseEntity.created(URI.create(ApiPaths.V1 + "/concerts/" + id)).body(this.editor.preview(id));
	}

	@Operation(summary = "Change a concert")
	@ApiErrors({ ConcertHasSalesException.class, OpeningIsFixedException.class, ShowsLeftOutException.class,
			VersionConflictException.class })
	@PutMapping("/{id}")
	Concert change(@PathVariable long id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@Valid @RequestBody ConcertRequest request) {
		this.editor.change(id, request.toDraft(), request.withdrawShows(),
				request.toEditOptions(IfMatchReader.readVersion(version)));
		return this.editor.preview(id);
	}

	@Operation(summary = "Delete a concert")
	@ApiErrors(ConcertHasSalesException.class)
	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void withdraw(@PathVariable long id) {
		this.editor.withdraw(id);
	}

}
