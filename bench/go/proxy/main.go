// The proxy is the plainest HTTP door to Temporal in Go: grpc-gateway with the handlers that come
// with go.temporal.io/api, as the server's own HTTP API uses them.
package main

import (
	"context"
	"flag"
	"log"
	"net"
	"net/http"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"go.temporal.io/api/workflowservice/v1"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	// Types of error details, which the proxy writes as JSON.
	_ "go.temporal.io/api/errordetails/v1"
)

func main() {
	address := flag.String("listen", "127.0.0.1:8090", "where to serve HTTP")
	target := flag.String("temporal", "127.0.0.1:7233", "where Temporal is")
	flag.Parse()

	connection, err := grpc.NewClient(*target, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	mux := runtime.NewServeMux(runtime.WithMarshalerOption(runtime.MIMEWildcard, payloadsAsJSON{}))
	client := workflowservice.NewWorkflowServiceClient(connection)
	if err := workflowservice.RegisterWorkflowServiceHandlerClient(context.Background(), mux, client); err != nil {
		log.Fatal(err)
	}
	listener, err := net.Listen("tcp", *address)
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.Serve(listener, mux))
}
