package io.github.temporalgateway.workflow;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.links.Link;
import io.swagger.v3.oas.annotations.links.LinkParameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a start can be answered when all goes well, for the API document. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ApiResponse(
    responseCode = "200",
    description =
        "Completed within the wait, then with `result`; or, without a wait, an execution that was"
            + " there before. With `update`: what the Update returned.",
    headers = {
      @Header(name = "Idempotent-Replayed"),
      @Header(name = "Temporal-Namespace"),
      @Header(name = "Temporal-Workflow-Id"),
      @Header(name = "Temporal-Run-Id"),
      @Header(name = "Temporal-Workflow-Status")
    },
    content = @Content(schema = @Schema(implementation = WorkflowHandle.class)),
    links =
        @Link(
            name = "describe",
            operationId = "describeWorkflow",
            parameters =
                @LinkParameter(name = "workflowId", expression = "$response.body#/workflowId")))
@ApiResponse(
    responseCode = "201",
    description = "Started.",
    headers = {
      @Header(name = "Location"),
      @Header(name = "Temporal-Namespace"),
      @Header(name = "Temporal-Workflow-Id"),
      @Header(name = "Temporal-Run-Id"),
      @Header(name = "Temporal-Workflow-Status")
    },
    content = @Content(schema = @Schema(implementation = WorkflowHandle.class)),
    links = {
      @Link(
          name = "result",
          operationId = "getWorkflowResult",
          parameters =
              @LinkParameter(name = "workflowId", expression = "$response.body#/workflowId")),
      @Link(
          name = "describe",
          operationId = "describeWorkflow",
          parameters =
              @LinkParameter(name = "workflowId", expression = "$response.body#/workflowId"))
    })
@ApiResponse(
    responseCode = "202",
    description =
        "Still running when the wait ended. With `update`: accepted, and the Workflow works on it.",
    headers = {
      @Header(name = "Idempotent-Replayed"),
      @Header(name = "Location"),
      @Header(name = "Retry-After"),
      @Header(name = "Temporal-Namespace"),
      @Header(name = "Temporal-Workflow-Id"),
      @Header(name = "Temporal-Run-Id"),
      @Header(name = "Temporal-Workflow-Status")
    },
    content = @Content(schema = @Schema(implementation = WorkflowHandle.class)),
    links =
        @Link(
            name = "result",
            operationId = "getWorkflowResult",
            parameters =
                @LinkParameter(name = "workflowId", expression = "$response.body#/workflowId")))
@interface StartAnswers {}
