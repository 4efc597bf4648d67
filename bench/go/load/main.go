// The load generator. Each run prints its figures as one JSON object a line; bench/README.md says
// what they mean.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"time"
)

type options struct {
	dialect    string
	target     string
	temporal   string
	health     string
	op         string
	pid        int
	stubPid    int
	conns      int
	duration   time.Duration
	rate       float64
	n          int
	runs       string
	prefix     string
	release    string
	probes     string
	probeCount int
	patience   time.Duration
}

func main() {
	if len(os.Args) < 2 {
		log.Fatal("usage: load closed|open|waiters [flags]")
	}
	var o options
	flags := flag.NewFlagSet(os.Args[1], flag.ExitOnError)
	flags.StringVar(&o.dialect, "dialect", "rest", "rest, proxy or grpc")
	flags.StringVar(&o.target, "target", "127.0.0.1:8080", "host:port of the contender")
	flags.StringVar(&o.temporal, "temporal", "", "gRPC address for -release signal")
	flags.StringVar(&o.health, "health", "", "host:port/path of the health probe")
	flags.StringVar(&o.op, "op", "start", "start, describe, signal or query")
	flags.IntVar(&o.pid, "pid", 0, "process tree whose CPU and memory are counted")
	flags.IntVar(&o.stubPid, "stub-pid", 0, "process that is no foreign load")
	flags.IntVar(&o.conns, "conns", 32, "connections")
	flags.DurationVar(&o.duration, "duration", 2*time.Second, "how long to measure")
	flags.Float64Var(&o.rate, "rate", 500, "requests a second of the open loop")
	flags.IntVar(&o.n, "n", 100, "waiters")
	flags.StringVar(&o.runs, "runs", "many", "many: a run for each waiter; one: the same for all")
	flags.StringVar(&o.prefix, "prefix", "hold-", "how workflow ids begin")
	flags.StringVar(&o.release, "release", "", "URL to POST to, or signal")
	flags.StringVar(&o.probes, "probes", "", "operations probed while waiters are held")
	flags.IntVar(&o.probeCount, "probe-count", 60, "requests of each probe")
	flags.DurationVar(&o.patience, "patience", 60*time.Second, "how long answers may take")
	_ = flags.Parse(os.Args[2:])

	var result any
	var err error
	switch os.Args[1] {
	case "closed":
		result, err = closedLoop(o)
	case "open":
		result, err = openLoop(o)
	case "waiters":
		result, err = waiters(o)
	default:
		err = fmt.Errorf("unknown mode %s", os.Args[1])
	}
	if err != nil {
		log.Fatal(err)
	}
	say(result)
}

func say(result any) {
	line, err := json.Marshal(result)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(line))
}
