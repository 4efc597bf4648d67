package io.github.temporalgateway.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.common.v1.WorkflowType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.ListArchivedWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListArchivedWorkflowExecutionsResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceImplBase;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** The list of archived executions: of a service without an archive, and of one with it. */
class ArchivedWorkflowsIT extends RealGateway {

  @Test
  void serviceWithoutAnArchiveSaysSo() {
    Answer answer = gateway.get("/archived-workflows").isProblem(501, "not-supported");

    assertThat(answer.at("/detail")).contains("archival");
    gateway.get("/archived-workflows?pageSize=0").isProblem(422, "validation");
    gateway.get("/archived-workflows?pageToken=%2A").isProblem(422, "validation");
  }

  /** A dev server cannot be given an archive, so this service only answers as one that has it. */
  @Test
  void archivedExecutionsAreListedInPages() throws IOException {
    Server service =
        NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
            .addService(new Archive())
            .build()
            .start();
    try (OwnGateway own = OwnGateway.start("127.0.0.1:" + service.getPort())) {
      Answer page = own.client().get("/archived-workflows?query=a%3D1&pageSize=7").is(200);

      assertThat(page.at("/items/0/workflowId")).isEqualTo("default a=1 7");
      assertThat(page.at("/items/0/status")).isEqualTo("COMPLETED");
      String next = page.header("Link");
      assertThat(next).startsWith("</archived-workflows?query=a%3D1&pageSize=7&pageToken=");
      Answer last = own.client().get(next.substring(1, next.indexOf('>'))).is(200);
      assertThat(last.json().get("items").size()).isZero();
      assertThat(last.header("Link")).isEmpty();
      own.client().get("/archived-workflows?query=wrong").isProblem(422, "invalid-query");
      own.client().get("/archived-workflows?pageToken=AAAA").isProblem(422, "validation");
    } finally {
      service.shutdownNow();
    }
  }

  private static final class Archive extends WorkflowServiceImplBase {

    private static final ByteString NEXT = ByteString.copyFromUtf8("next");

    @Override
    public void getSystemInfo(
        GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> answer) {
      answer.onNext(GetSystemInfoResponse.getDefaultInstance());
      answer.onCompleted();
    }

    @Override
    public void listArchivedWorkflowExecutions(
        ListArchivedWorkflowExecutionsRequest request,
        StreamObserver<ListArchivedWorkflowExecutionsResponse> answer) {
      boolean wrong =
          !request.getNextPageToken().isEmpty() && !request.getNextPageToken().equals(NEXT);
      if (wrong || request.getQuery().equals("wrong")) {
        answer.onError(Status.INVALID_ARGUMENT.withDescription("wrong").asRuntimeException());
        return;
      }
      ListArchivedWorkflowExecutionsResponse.Builder page =
          ListArchivedWorkflowExecutionsResponse.newBuilder();
      if (request.getNextPageToken().isEmpty()) {
        page.setNextPageToken(NEXT)
            .addExecutions(
                WorkflowExecutionInfo.newBuilder()
                    .setExecution(
                        WorkflowExecution.newBuilder()
                            .setWorkflowId(
                                "%s %s %d"
                                    .formatted(
                                        request.getNamespace(),
                                        request.getQuery(),
                                        request.getPageSize())))
                    .setType(WorkflowType.newBuilder().setName("Old"))
                    .setStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED));
      }
      answer.onNext(page.build());
      answer.onCompleted();
    }
  }
}
