package main

import (
	"sync"
	"sync/atomic"

	"go.temporal.io/api/enums/v1"
	"go.temporal.io/api/serviceerror"
)

// Counts open long polls and refuses those beyond the limit as the frontend of a Temporal server
// does (frontend.namespaceCount, 1,200 by default).
type polls struct {
	limit   atomic.Int64
	refused atomic.Int64
	open    atomic.Int64
	peak    atomic.Int64
	mutex   sync.Mutex
	of      map[string]int64
}

func (p *polls) begin(namespace string) error {
	limit := p.limit.Load()
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if limit > 0 && p.of[namespace] >= limit {
		p.refused.Add(1)
		return &serviceerror.ResourceExhausted{
			Cause:   enums.RESOURCE_EXHAUSTED_CAUSE_CONCURRENT_LIMIT,
			Scope:   enums.RESOURCE_EXHAUSTED_SCOPE_NAMESPACE,
			Message: "namespace concurrent poller limit exceeded",
		}
	}
	p.of[namespace]++
	if open := p.open.Add(1); open > p.peak.Load() {
		p.peak.Store(open)
	}
	return nil
}

func (p *polls) end(namespace string) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.of[namespace]--
	p.open.Add(-1)
}
