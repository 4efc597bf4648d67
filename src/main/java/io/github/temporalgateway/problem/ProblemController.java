package io.github.temporalgateway.problem;

import static io.github.temporalgateway.problem.ProblemCode.NO_SUCH_ROUTE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pages behind the {@code type} of every problem body. */
@RestController
@RequestMapping(path = "/problems", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Problems", description = "What each error means and what to do about it.")
class ProblemController {

  /** Lists all errors, those of every status. */
  @GetMapping
  @Operation(operationId = "listProblems", summary = "List all errors")
  @ApiResponse(responseCode = "200", description = "Every error that the gateway can answer.")
  List<ProblemDescription> list() {
    return Arrays.stream(ProblemCode.values()).map(ProblemDescription::of).toList();
  }

  /**
   * Explains one error.
   *
   * @param code the {@code code} of a problem body
   */
  @GetMapping("/{code}")
  @Operation(operationId = "getProblem", summary = "Explain one error")
  @ApiResponse(responseCode = "200", description = "What the error means.")
  @Problems(NO_SUCH_ROUTE)
  ProblemDescription get(
      @Parameter(example = "workflow-not-found") @PathVariable("code") String code) {
    return ProblemCode.of(code)
        .map(ProblemDescription::of)
        .orElseThrow(() ->
            new RefusedException(
                ProblemCode.NO_SUCH_ROUTE, "There is no problem code '" + code + "'."));
  }
}
