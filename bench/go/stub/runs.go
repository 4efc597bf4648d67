package main

import (
	"strings"
	"sync"
)

const held = "hold-"

// The executions that are open until they are released.
type runs struct {
	mutex    sync.Mutex
	waiting  map[string]chan struct{}
	released []string
}

// closed tells when the execution closes: nil when it has closed already.
func (r *runs) closed(workflowID string) <-chan struct{} {
	if !strings.HasPrefix(workflowID, held) {
		return nil
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	for _, prefix := range r.released {
		if strings.HasPrefix(workflowID, prefix) {
			return nil
		}
	}
	run, known := r.waiting[workflowID]
	if !known {
		run = make(chan struct{})
		r.waiting[workflowID] = run
	}
	return run
}

// release closes the executions whose ids begin so, those to come included.
func (r *runs) release(prefix string) int {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.released = append(r.released, prefix)
	count := 0
	for id, run := range r.waiting {
		if strings.HasPrefix(id, prefix) {
			close(run)
			delete(r.waiting, id)
			count++
		}
	}
	return count
}
