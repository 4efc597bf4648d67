package main

import (
	"sync"
	"time"

	"go.temporal.io/api/common/v1"
	"go.temporal.io/api/workflowservice/v1"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// Executions on a real server: started, and completed by a signal to the worker in bench/fastapi.
const (
	workflowType = "WaitForRelease"
	taskQueue    = "bench"
)

func ids(o options) []string {
	n := o.n
	if o.runs == "one" {
		n = 1
	}
	all := make([]string, n)
	for i := range all {
		all[i] = idOf(o, i)
	}
	return all
}

func startRuns(o options) error {
	return each(o, func(caller *rpcCaller, id string) error {
		return caller.start(id, workflowType, taskQueue)
	})
}

// completeRuns signals all executions and returns when each closed, by Temporal's own clock.
func completeRuns(o options) (map[string]time.Time, error) {
	err := each(o, func(caller *rpcCaller, id string) error {
		return caller.signal(id, "release", `"`+id+`"`)
	})
	if err != nil {
		return nil, err
	}
	var mutex sync.Mutex
	closed := map[string]time.Time{}
	return closed, each(o, func(caller *rpcCaller, id string) error {
		if _, err := caller.wait(id); err != nil {
			return err
		}
		found, err := caller.client.DescribeWorkflowExecution(caller.ctx, &workflowservice.DescribeWorkflowExecutionRequest{
			Namespace: namespace, Execution: &common.WorkflowExecution{WorkflowId: id},
		})
		if err != nil {
			return err
		}
		mutex.Lock()
		defer mutex.Unlock()
		closed[id] = found.GetWorkflowExecutionInfo().GetCloseTime().AsTime()
		return nil
	})
}

// each does something for all executions, with a few at a time.
func each(o options, do func(*rpcCaller, string) error) error {
	caller, err := newRPCCaller(o.temporal)
	if err != nil {
		return err
	}
	todo := make(chan string)
	failed := make(chan error, 1)
	var group sync.WaitGroup
	for range 16 {
		group.Go(func() {
			for id := range todo {
				if err := patiently(func() error { return do(caller, id) }); err != nil {
					select {
					case failed <- err:
					default:
					}
				}
			}
		})
	}
	for _, id := range ids(o) {
		todo <- id
	}
	close(todo)
	group.Wait()
	select {
	case err := <-failed:
		return err
	default:
		return nil
	}
}

// patiently repeats what Temporal refuses because of what the contender asks it for.
func patiently(do func() error) error {
	err := do()
	for tries := 0; grpcCode(err) == codes.ResourceExhausted && tries < 300; tries++ {
		time.Sleep(100 * time.Millisecond)
		err = do()
	}
	return err
}

func grpcCode(err error) codes.Code { return status.Code(err) }
