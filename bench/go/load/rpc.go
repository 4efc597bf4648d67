package main

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"go.temporal.io/api/common/v1"
	"go.temporal.io/api/enums/v1"
	"go.temporal.io/api/query/v1"
	"go.temporal.io/api/taskqueue/v1"
	"go.temporal.io/api/workflowservice/v1"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
)

const namespace = "default"

// An rpcCaller calls Temporal itself: the limit that no gateway can beat.
type rpcCaller struct {
	client workflowservice.WorkflowServiceClient
	ctx    context.Context
	cancel context.CancelFunc
}

var channels sync.Map

func newRPCCaller(target string) (*rpcCaller, error) {
	channel, known := channels.Load(target)
	if !known {
		opened, err := grpc.NewClient(target, grpc.WithTransportCredentials(insecure.NewCredentials()))
		if err != nil {
			return nil, err
		}
		channel, _ = channels.LoadOrStore(target, opened)
	}
	ctx, cancel := context.WithCancel(context.Background())
	client := workflowservice.NewWorkflowServiceClient(channel.(*grpc.ClientConn))
	return &rpcCaller{client: client, ctx: ctx, cancel: cancel}, nil
}

func (c *rpcCaller) hangUp() { c.cancel() }

func (c *rpcCaller) do(op, id string) (err error) {
	execution := &common.WorkflowExecution{WorkflowId: id}
	switch op {
	case "start":
		err = c.start(id, "Order", "orders")
	case "describe":
		_, err = c.client.DescribeWorkflowExecution(c.ctx, &workflowservice.DescribeWorkflowExecutionRequest{
			Namespace: namespace, Execution: execution,
		})
	case "signal":
		err = c.signal(id, "paid", paid)
	case "query":
		_, err = c.client.QueryWorkflow(c.ctx, &workflowservice.QueryWorkflowRequest{
			Namespace: namespace, Execution: execution,
			Query: &query.WorkflowQuery{QueryType: "total", QueryArgs: asPayloads(paid)},
		})
	default:
		err = fmt.Errorf("unknown operation %s", op)
	}
	return err
}

func (c *rpcCaller) start(id, workflowType, taskQueue string) error {
	_, err := c.client.StartWorkflowExecution(c.ctx, &workflowservice.StartWorkflowExecutionRequest{
		Namespace:    namespace,
		WorkflowId:   id,
		WorkflowType: &common.WorkflowType{Name: workflowType},
		TaskQueue:    &taskqueue.TaskQueue{Name: taskQueue},
		Input:        asPayloads(order),
		RequestId:    id,
	})
	return err
}

func (c *rpcCaller) signal(id, name, input string) error {
	_, err := c.client.SignalWorkflowExecution(c.ctx, &workflowservice.SignalWorkflowExecutionRequest{
		Namespace:         namespace,
		WorkflowExecution: &common.WorkflowExecution{WorkflowId: id},
		SignalName:        name,
		Input:             asPayloads(input),
		RequestId:         id,
	})
	return err
}

func (c *rpcCaller) wait(id string) (string, error) {
	var token []byte
	for {
		page, err := c.client.GetWorkflowExecutionHistory(c.ctx, &workflowservice.GetWorkflowExecutionHistoryRequest{
			Namespace:              namespace,
			Execution:              &common.WorkflowExecution{WorkflowId: id},
			WaitNewEvent:           true,
			HistoryEventFilterType: enums.HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT,
			NextPageToken:          token,
		})
		if err != nil {
			return "", errors.Join(refusal{int(grpcCode(err)), err.Error()}, err)
		}
		for _, event := range page.GetHistory().GetEvents() {
			if done := event.GetWorkflowExecutionCompletedEventAttributes(); done != nil {
				return string(done.GetResult().GetPayloads()[0].GetData()), nil
			}
		}
		token = page.GetNextPageToken()
	}
}

func asPayloads(json string) *common.Payloads {
	return &common.Payloads{Payloads: []*common.Payload{{
		Metadata: map[string][]byte{"encoding": []byte("json/plain")},
		Data:     []byte(json),
	}}}
}
