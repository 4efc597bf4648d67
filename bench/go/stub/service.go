package main

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"go.temporal.io/api/common/v1"
	"go.temporal.io/api/enums/v1"
	"go.temporal.io/api/namespace/v1"
	"go.temporal.io/api/serviceerror"
	"go.temporal.io/api/taskqueue/v1"
	"go.temporal.io/api/workflow/v1"
	"go.temporal.io/api/workflowservice/v1"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/durationpb"
	"google.golang.org/protobuf/types/known/timestamppb"
)

const runID = "0197a3d2-5c1e-7b7a-9a53-4f6f2d9f0c11"

type service struct {
	workflowservice.UnimplementedWorkflowServiceServer
	runs  runs
	polls polls
	calls sync.Map
	since time.Time
}

func newService(limit int) *service {
	s := &service{since: time.Now()}
	s.runs.waiting = map[string]chan struct{}{}
	s.polls.of = map[string]int64{}
	s.polls.limit.Store(int64(limit))
	return s
}

func (s *service) count(ctx context.Context, request any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	counter, known := s.calls.Load(info.FullMethod)
	if !known {
		counter, _ = s.calls.LoadOrStore(info.FullMethod, new(atomic.Int64))
	}
	counter.(*atomic.Int64).Add(1)
	response, err := handler(ctx, request)
	if err != nil {
		return nil, serviceerror.ToStatus(err).Err()
	}
	return response, nil
}

func (s *service) stats() stats {
	now := stats{
		Calls:   map[string]int64{},
		Open:    s.polls.open.Load(),
		Peak:    s.polls.peak.Load(),
		Refused: s.polls.refused.Load(),
		Limit:   s.polls.limit.Load(),
	}
	s.calls.Range(func(method, counter any) bool {
		name := method.(string)
		now.Calls[name[strings.LastIndex(name, "/")+1:]] = counter.(*atomic.Int64).Load()
		return true
	})
	return now
}

func (s *service) reset() {
	s.calls.Clear()
	s.polls.peak.Store(s.polls.open.Load())
	s.polls.refused.Store(0)
}

func (s *service) StartWorkflowExecution(context.Context, *workflowservice.StartWorkflowExecutionRequest) (*workflowservice.StartWorkflowExecutionResponse, error) {
	return &workflowservice.StartWorkflowExecutionResponse{
		RunId:               runID,
		FirstExecutionRunId: runID,
		Started:             true,
		Status:              enums.WORKFLOW_EXECUTION_STATUS_RUNNING,
	}, nil
}

func (s *service) DescribeWorkflowExecution(_ context.Context, request *workflowservice.DescribeWorkflowExecutionRequest) (*workflowservice.DescribeWorkflowExecutionResponse, error) {
	id := request.GetExecution().GetWorkflowId()
	info := &workflow.WorkflowExecutionInfo{
		Execution:     &common.WorkflowExecution{WorkflowId: id, RunId: runID},
		FirstRunId:    runID,
		Type:          &common.WorkflowType{Name: "Order"},
		TaskQueue:     "orders",
		StartTime:     timestamppb.New(s.since),
		ExecutionTime: timestamppb.New(s.since),
		HistoryLength: 3,
		Status:        enums.WORKFLOW_EXECUTION_STATUS_RUNNING,
	}
	if s.runs.closed(id) == nil {
		info.Status = enums.WORKFLOW_EXECUTION_STATUS_COMPLETED
		info.CloseTime = timestamppb.New(s.since.Add(time.Second))
	}
	return &workflowservice.DescribeWorkflowExecutionResponse{
		ExecutionConfig: &workflow.WorkflowExecutionConfig{
			TaskQueue:                  &taskqueue.TaskQueue{Name: "orders"},
			DefaultWorkflowTaskTimeout: durationpb.New(10 * time.Second),
		},
		WorkflowExecutionInfo: info,
	}, nil
}

func (s *service) SignalWorkflowExecution(context.Context, *workflowservice.SignalWorkflowExecutionRequest) (*workflowservice.SignalWorkflowExecutionResponse, error) {
	return &workflowservice.SignalWorkflowExecutionResponse{}, nil
}

func (s *service) QueryWorkflow(_ context.Context, request *workflowservice.QueryWorkflowRequest) (*workflowservice.QueryWorkflowResponse, error) {
	return &workflowservice.QueryWorkflowResponse{QueryResult: payloads(request.GetExecution().GetWorkflowId())}, nil
}

func (s *service) GetSystemInfo(context.Context, *workflowservice.GetSystemInfoRequest) (*workflowservice.GetSystemInfoResponse, error) {
	return &workflowservice.GetSystemInfoResponse{
		ServerVersion: "1.32.0",
		Capabilities: &workflowservice.GetSystemInfoResponse_Capabilities{
			SignalAndQueryHeader:         true,
			InternalErrorDifferentiation: true,
			EncodedFailureAttributes:     true,
			SupportsSchedules:            true,
			UpsertMemo:                   true,
			EagerWorkflowStart:           true,
			SdkMetadata:                  true,
			CountGroupByExecutionStatus:  true,
		},
	}, nil
}

func (s *service) GetClusterInfo(context.Context, *workflowservice.GetClusterInfoRequest) (*workflowservice.GetClusterInfoResponse, error) {
	return &workflowservice.GetClusterInfoResponse{ServerVersion: "1.32.0", ClusterName: "stub"}, nil
}

func (s *service) DescribeNamespace(_ context.Context, request *workflowservice.DescribeNamespaceRequest) (*workflowservice.DescribeNamespaceResponse, error) {
	return &workflowservice.DescribeNamespaceResponse{
		NamespaceInfo: &namespace.NamespaceInfo{
			Name:  request.GetNamespace(),
			State: enums.NAMESPACE_STATE_REGISTERED,
		},
	}, nil
}

// The JSON that an execution answers with: it names the execution, so that a caller who got the
// answer of another one notices.
func payloads(workflowID string) *common.Payloads {
	return &common.Payloads{Payloads: []*common.Payload{{
		Metadata: map[string][]byte{"encoding": []byte("json/plain")},
		Data:     []byte(`{"of":"` + workflowID + `","total":129.90,"currency":"EUR"}`),
	}}}
}
