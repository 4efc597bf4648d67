package main

import (
	"bufio"
	"fmt"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"
)

type waitersResult struct {
	counts
	Event    string             `json:"event"`
	Waiters  int                `json:"waiters"`
	Seconds  float64            `json:"seconds"`
	P50      float64            `json:"p50"`
	P99      float64            `json:"p99"`
	RSSIdle  int64              `json:"rssIdleKiB"`
	RSSHeld  int64              `json:"rssHeldKiB"`
	RSSPeak  int64              `json:"rssPeakKiB"`
	Threads  int                `json:"threads"`
	Held     int                `json:"held"`
	HoldTook float64            `json:"holdSeconds"`
	Before   map[string]latency `json:"before,omitempty"`
	During   map[string]latency `json:"during,omitempty"`
}

// A crowd is callers that all wait at once.
type crowd struct {
	o       options
	mutex   sync.Mutex
	callers []caller
	failed  int
	ends    []end
	group   sync.WaitGroup
}

// An end is how a wait ended, and when.
type end struct {
	id  string
	at  time.Time
	err error
}

// waiters holds N callers, says so, and reads from its input whether to release them or to hang up.
func waiters(o options) (waitersResult, error) {
	result := waitersResult{Event: "done", Waiters: o.n}
	processes := tree(o.pid)
	if o.release == "signal" {
		if err := startRuns(o); err != nil {
			return result, err
		}
	}
	result.Before = probe(o)
	result.RSSIdle = rss(processes)
	c := &crowd{o: o}
	begin := time.Now()
	c.gather()
	result.HoldTook = time.Since(begin).Seconds()
	time.Sleep(o.duration)
	result.During = probe(o)
	result.RSSHeld, result.Threads = rss(processes), threads(processes)
	result.Held = o.n - c.ended()
	held := result
	held.Event = "held"
	say(held)

	command, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	peak := watchPeak(processes)
	released := time.Now()
	if strings.TrimSpace(command) == "hangup" {
		c.hangUp()
		c.group.Wait()
		result.Event = "hungup"
		return result, nil
	}
	closed, err := release(o)
	if err != nil {
		return result, err
	}
	c.group.Wait()
	result.RSSPeak = peak()
	c.tell(&result, released, closed)
	return result, nil
}

// idOf is the execution that a waiter waits for.
func idOf(o options, i int) string {
	if o.runs == "one" {
		i = 0
	}
	return fmt.Sprintf("%s%d", o.prefix, i)
}

// gather opens the connections, at most 256 at a time, and sends the requests. It gives up on those
// that are left when a fortieth could not connect.
func (c *crowd) gather() {
	gate := make(chan struct{}, 256)
	var opened sync.WaitGroup
	for i := range c.o.n {
		gate <- struct{}{}
		opened.Add(1)
		c.group.Go(func() {
			one, err := c.connect()
			<-gate
			opened.Done()
			id := idOf(c.o, i)
			if err == nil {
				var result string
				result, err = one.wait(id)
				if err == nil && !answers(result, id) {
					err = fmt.Errorf("%w: %.200s", errWrong, result)
				}
			}
			c.mutex.Lock()
			defer c.mutex.Unlock()
			c.ends = append(c.ends, end{id, time.Now(), err})
		})
	}
	opened.Wait()
}

func (c *crowd) connect() (caller, error) {
	c.mutex.Lock()
	hopeless := c.failed > c.o.n/40
	c.mutex.Unlock()
	if hopeless {
		return nil, errGivenUp
	}
	one, err := dial(c.o)
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if err != nil {
		c.failed++
		return nil, err
	}
	c.callers = append(c.callers, one)
	return one, nil
}

func (c *crowd) ended() int {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return len(c.ends)
}

func (c *crowd) hangUp() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	for _, one := range c.callers {
		one.hangUp()
	}
}

// tell counts the ends; latency is from the release, or from when the run closed where that is known.
func (c *crowd) tell(result *waitersResult, released time.Time, closed map[string]time.Time) {
	var last time.Time
	var latencies []time.Duration
	for _, end := range c.ends {
		result.add(end.err)
		if end.err != nil {
			continue
		}
		since := released
		if at, known := closed[end.id]; known {
			since = at
		}
		latencies = append(latencies, max(0, end.at.Sub(since)))
		if end.at.After(last) {
			last = end.at
		}
	}
	result.Seconds = max(0, last.Sub(released).Seconds())
	result.P50, result.P99 = quantile(latencies, 0.50), quantile(latencies, 0.99)
}

// release ends the executions: at the stub all at once, else by signals.
func release(o options) (map[string]time.Time, error) {
	if o.release == "signal" {
		return completeRuns(o)
	}
	response, err := http.Post(o.release+"?prefix="+o.prefix, "text/plain", nil)
	if err != nil {
		return nil, err
	}
	return nil, response.Body.Close()
}

func watchPeak(processes []int) func() int64 {
	stop, peak := make(chan struct{}), make(chan int64)
	go func() {
		highest := rss(processes)
		for {
			select {
			case <-stop:
				peak <- highest
				return
			case <-time.After(20 * time.Millisecond):
				highest = max(highest, rss(processes))
			}
		}
	}()
	return func() int64 {
		close(stop)
		return <-peak
	}
}
