package main

import (
	"fmt"
	"math"
	"os"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

type loopResult struct {
	counts
	Op        string  `json:"op"`
	Requests  int     `json:"requests"`
	PerSecond float64 `json:"perSecond"`
	CPUMillis float64 `json:"cpuMillis"`
	P50       float64 `json:"p50"`
	P99       float64 `json:"p99"`
	Foreign   float64 `json:"foreign"`
}

// closedLoop keeps every connection busy: how much goes through, and what it costs.
func closedLoop(o options) (loopResult, error) {
	callers, err := dialAll(o, o.conns)
	if err != nil {
		return loopResult{}, err
	}
	end := time.Now().Add(o.duration)
	return run(o, callers, func(int) (time.Time, bool) {
		now := time.Now()
		return now, now.Before(end)
	}), nil
}

// openLoop sends at fixed instants, whether or not the answers before are there, and counts
// latency from the instant at which a request was due.
func openLoop(o options) (loopResult, error) {
	callers, err := dialAll(o, o.conns)
	if err != nil {
		return loopResult{}, err
	}
	start := time.Now().Add(50 * time.Millisecond)
	total := int(o.rate * o.duration.Seconds())
	var next atomic.Int64
	return run(o, callers, func(int) (time.Time, bool) {
		i := int(next.Add(1)) - 1
		due := start.Add(time.Duration(float64(i) / o.rate * float64(time.Second)))
		if i < total {
			time.Sleep(time.Until(due))
		}
		return due, i < total
	}), nil
}

func run(o options, callers []caller, next func(int) (time.Time, bool)) loopResult {
	account := openAccount(o)
	begin := time.Now()
	var mutex sync.Mutex
	var all counts
	var latencies []time.Duration
	var group sync.WaitGroup
	for i, one := range callers {
		group.Go(func() {
			var mine counts
			var took []time.Duration
			for n := 0; ; n++ {
				since, more := next(i)
				if !more {
					break
				}
				err := one.do(o.op, fmt.Sprintf("%s%d-%d-%d", idPrefix, os.Getpid(), i, n))
				mine.add(err)
				took = append(took, time.Since(since))
				if err != nil && kindOf(err) != "wrong" {
					if one = again(o, one); one == nil {
						break
					}
				}
			}
			mutex.Lock()
			defer mutex.Unlock()
			all.merge(mine)
			latencies = append(latencies, took...)
		})
	}
	group.Wait()
	elapsed := time.Since(begin)
	used, foreign := account.close()
	served := all.Of["served"]
	return loopResult{
		counts:    all,
		Op:        o.op,
		Requests:  len(latencies),
		PerSecond: float64(served) / elapsed.Seconds(),
		CPUMillis: used.Seconds() * 1000 / math.Max(1, float64(served)),
		P50:       quantile(latencies, 0.50),
		P99:       quantile(latencies, 0.99),
		Foreign:   foreign,
	}
}

const idPrefix = "op-"

func dialAll(o options, n int) ([]caller, error) {
	callers := make([]caller, n)
	for i := range callers {
		one, err := dial(o)
		if err != nil {
			return nil, err
		}
		callers[i] = one
	}
	return callers, nil
}

// again replaces a caller whose connection may be broken.
func again(o options, old caller) caller {
	old.hangUp()
	fresh, err := dial(o)
	if err != nil {
		return nil
	}
	return fresh
}

// quantile returns a quantile in milliseconds; it sorts what it is given.
func quantile(of []time.Duration, q float64) float64 {
	if len(of) == 0 {
		return 0
	}
	slices.Sort(of)
	return millis(of[min(len(of)-1, int(q*float64(len(of))))])
}
