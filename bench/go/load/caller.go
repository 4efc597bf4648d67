package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"time"
)

// A caller sends one request at a time.
type caller interface {
	// do makes one call and checks its answer.
	do(op, id string) error
	// wait returns what the execution answered, however many requests that takes.
	wait(id string) (string, error)
	// hangUp ends what is under way, as a caller does that goes away.
	hangUp()
}

// dial opens a caller; callers of gRPC share one channel.
func dial(o options) (caller, error) {
	switch o.dialect {
	case "grpc":
		return newRPCCaller(o.target)
	case "rest":
		return newHTTPCaller(o.target, rest{}, o.patience)
	case "proxy":
		return newHTTPCaller(o.target, proxy{}, o.patience)
	}
	return nil, fmt.Errorf("unknown dialect %s", o.dialect)
}

// An answer that says no.
type refusal struct {
	status int
	text   string
}

func (r refusal) Error() string { return fmt.Sprintf("status %d: %.300s", r.status, r.text) }

// An answer that says something else than it should.
var errWrong = errors.New("wrong answer")

// Nobody was asked, since too many before could not connect.
var errGivenUp = errors.New("not tried")

// kindOf names an outcome for the counts: served, or what was wrong.
func kindOf(err error) string {
	var refused refusal
	var network *net.OpError
	switch {
	case err == nil:
		return "served"
	case errors.As(err, &refused):
		return fmt.Sprintf("refused-%d", refused.status)
	case errors.Is(err, errWrong):
		return "wrong"
	case errors.Is(err, errGivenUp):
		return "not-tried"
	case errors.As(err, &network) && network.Op == "dial":
		return "unconnected"
	case errors.Is(err, os.ErrDeadlineExceeded):
		return "timeout"
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.As(err, &network):
		return "reset"
	}
	return "error"
}

// counts sums outcomes up and keeps one example of what went wrong.
type counts struct {
	Of      map[string]int `json:"of"`
	Example string         `json:"example,omitempty"`
}

func (c *counts) add(err error) {
	if c.Of == nil {
		c.Of = map[string]int{}
	}
	c.Of[kindOf(err)]++
	if err != nil && c.Example == "" {
		c.Example = err.Error()
	}
}

func (c *counts) merge(other counts) {
	for kind, n := range other.Of {
		if c.Of == nil {
			c.Of = map[string]int{}
		}
		c.Of[kind] += n
	}
	if c.Example == "" {
		c.Example = other.Example
	}
}

func millis(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
