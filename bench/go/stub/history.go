package main

import (
	"context"
	"time"

	"go.temporal.io/api/enums/v1"
	"go.temporal.io/api/history/v1"
	"go.temporal.io/api/workflowservice/v1"
	"google.golang.org/protobuf/types/known/timestamppb"
)

const (
	// After this time a Temporal server ends an unanswered long poll, with no events.
	pollTime = 20 * time.Second
	// A poll ends this long before its deadline, so that its answer is not too late.
	margin = time.Second
)

func (s *service) GetWorkflowExecutionHistory(ctx context.Context, request *workflowservice.GetWorkflowExecutionHistoryRequest) (*workflowservice.GetWorkflowExecutionHistoryResponse, error) {
	id := request.GetExecution().GetWorkflowId()
	closed := s.runs.closed(id)
	switch {
	case closed == nil:
		return completed(id), nil
	case !request.GetWaitNewEvent():
		return &workflowservice.GetWorkflowExecutionHistoryResponse{History: &history.History{}}, nil
	}
	if err := s.polls.begin(request.GetNamespace()); err != nil {
		return nil, err
	}
	defer s.polls.end(request.GetNamespace())
	timer := time.NewTimer(timeOf(ctx))
	defer timer.Stop()
	select {
	case <-closed:
		return completed(id), nil
	case <-timer.C:
		return &workflowservice.GetWorkflowExecutionHistoryResponse{
			History:       &history.History{},
			NextPageToken: []byte("3"),
		}, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func timeOf(ctx context.Context) time.Duration {
	if deadline, set := ctx.Deadline(); set {
		return max(0, min(pollTime, time.Until(deadline)-margin))
	}
	return pollTime
}

func completed(workflowID string) *workflowservice.GetWorkflowExecutionHistoryResponse {
	return page(&history.HistoryEvent{
		EventId:   5,
		EventTime: timestamppb.Now(),
		EventType: enums.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED,
		Attributes: &history.HistoryEvent_WorkflowExecutionCompletedEventAttributes{
			WorkflowExecutionCompletedEventAttributes: &history.WorkflowExecutionCompletedEventAttributes{
				Result:                       payloads(workflowID),
				WorkflowTaskCompletedEventId: 4,
			},
		},
	})
}

func page(event *history.HistoryEvent) *workflowservice.GetWorkflowExecutionHistoryResponse {
	return &workflowservice.GetWorkflowExecutionHistoryResponse{
		History: &history.History{Events: []*history.HistoryEvent{event}},
	}
}
