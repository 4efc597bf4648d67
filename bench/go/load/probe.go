package main

import (
	"fmt"
	"os"
	"strings"
	"time"
)

// A latency of single requests, in milliseconds.
type latency struct {
	counts
	P50 float64 `json:"p50"`
	P99 float64 `json:"p99"`
	Max float64 `json:"max"`
}

// probe sends single requests, 25 ms apart, and times them from the instant that each was due.
func probe(o options) map[string]latency {
	if o.probes == "" {
		return nil
	}
	measured := map[string]latency{}
	for _, op := range strings.Split(o.probes, ",") {
		measured[op] = probeOne(o, op)
	}
	return measured
}

func probeOne(o options, op string) latency {
	var all latency
	host, path, _ := strings.Cut(o.health, "/")
	if op == "health" {
		o.target, o.dialect = host, "rest"
	}
	o.patience = 10 * time.Second
	one, err := dial(o)
	if err != nil {
		all.add(err)
		return all
	}
	defer one.hangUp()
	var took []time.Duration
	start := time.Now()
	for i := range o.probeCount {
		due := start.Add(time.Duration(i) * 25 * time.Millisecond)
		time.Sleep(time.Until(due))
		if op == "health" {
			err = one.(*httpCaller).get("/" + path)
		} else {
			err = one.do(op, fmt.Sprintf("probe-%d-%d", os.Getpid(), i))
		}
		all.add(err)
		took = append(took, time.Since(due))
		if err != nil {
			break
		}
	}
	all.P50, all.P99, all.Max = quantile(took, 0.5), quantile(took, 0.99), quantile(took, 1)
	return all
}
