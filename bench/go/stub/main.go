// The stub is a WorkflowService that answers at once, from memory: what is measured in front of it
// is the gateway and not a database. Ids that begin with "hold-" stay open until the control port
// releases them; any other execution has completed.
package main

import (
	"flag"
	"log"
	"net"
	"net/http"
	"runtime/debug"

	"go.temporal.io/api/workflowservice/v1"
	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"
)

func main() {
	address := flag.String("listen", "127.0.0.1:7233", "where to serve gRPC")
	control := flag.String("control", "127.0.0.1:7234", "where to serve the control port")
	limit := flag.Int("limit", 0, "concurrent history long polls allowed per namespace; 0 for any number")
	flag.Parse()
	debug.SetGCPercent(400)

	service := newService(*limit)
	listener, err := net.Listen("tcp", *address)
	if err != nil {
		log.Fatal(err)
	}
	server := grpc.NewServer(grpc.UnaryInterceptor(service.count))
	workflowservice.RegisterWorkflowServiceServer(server, service)
	healthy := health.NewServer()
	healthy.SetServingStatus("temporal.api.workflowservice.v1.WorkflowService", grpc_health_v1.HealthCheckResponse_SERVING)
	grpc_health_v1.RegisterHealthServer(server, healthy)
	go func() { log.Fatal(http.ListenAndServe(*control, controlOf(service))) }()
	log.Fatal(server.Serve(listener))
}
